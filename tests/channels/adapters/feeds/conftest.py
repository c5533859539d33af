"""A channel of each format with an ad and an event in it, fetched as receivers do."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.models import Channel
from postings.models import Event


@pytest.fixture
def fetch(feed_channel):
    """fetch("rss.xml") -> the body of that feed; of another channel by `channel=`."""

    def get(file: str, channel: Channel | None = None) -> bytes:
        name = f"feeds:{file.partition('.')[0]}"
        response = Client().get(reverse(name, args=[(channel or feed_channel).key]))
        assert response.status_code == 200
        return response.content

    return get


@pytest.fixture
def announce(editor):
    """announce(title=…) -> an announced event in eight weeks."""

    def make(**fields) -> Event:
        start = timezone.now().replace(minute=0, second=0, microsecond=0) + datetime.timedelta(weeks=8)
        known = {
            "title": "Tag der offenen Tür",
            "description": "Kommen Sie!\n\n- Führungen\n- Beratung",
            "starts_at": start,
            "ends_at": start + datetime.timedelta(hours=4),
            "place": "Rathaus, Markt 1",
            "languages": "Deutsch, Türkisch",
            "accessibility": "Stufenlos.",
            "registration_url": "https://anmeldung.neustadt.example/tag?a=1&b=2",
        }
        event = Event(**known | fields)
        publishing.events.save(event, by=editor, postings=[])
        publishing.events.announce(event)
        return event

    return make
