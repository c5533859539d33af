"""An event that is announced, and channels that take events."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels.publishing import events as publishing
from postings.models import Event


@pytest.fixture
def make_event(editor):
    """make_event(title=…) -> a stored draft in ten weeks."""

    def make(**fields) -> Event:
        start = (timezone.now() + datetime.timedelta(weeks=10)).replace(microsecond=0)
        known = {
            "title": "Tag der offenen Tür", "description": "Kommen Sie!", "place": "Rathaus",
            "starts_at": start, "ends_at": start + datetime.timedelta(hours=4), "reminders": [14, 2],
        }  # fmt: skip
        event = Event(**{**known, **fields})
        publishing.save(event, by=editor, postings=[])
        return event

    return make


@pytest.fixture
def invite(make_event):
    """invite(title=…) -> an announced event."""

    def make(**fields) -> Event:
        event = make_event(**fields)
        publishing.announce(event)
        return event

    return make
