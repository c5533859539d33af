"""Feeds of a channel as a receiver fetches them."""

from __future__ import annotations

import datetime
import json

import pytest
from django.test import Client
from django.utils import timezone

from channels.feeds import serving
from channels.models import Channel
from postings.models import Event


@pytest.fixture
def titles():
    """titles(channel) -> the titles in its feed now, or at a moment."""

    def read(channel: Channel, now: datetime.datetime | None = None) -> list[str]:
        feed = json.loads(bytes(serving.serve(channel, "feed.json", now).body))
        return sorted(item["title"] for item in feed["items"])

    return read


@pytest.fixture
def several(publish):
    """several(10) -> ten open ads, "Stelle 0" to "Stelle 9"."""
    return lambda count, **options: [publish(title=f"Stelle {number}", **options) for number in range(count)]


@pytest.fixture
def outreach(person) -> Client:
    client = Client()
    client.force_login(person("outreach"))
    return client


@pytest.fixture
def open_day(editor) -> Event:
    """An event that is not announced yet."""
    start = timezone.now().replace(microsecond=0) + datetime.timedelta(weeks=8)
    return Event(
        title="Tag der offenen Tür",
        description="Kommen Sie!\n\n- Führungen\n- Beratung",
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=4),
        place="Rathaus, Markt 1",
        languages="Deutsch, Türkisch",
        accessibility="Stufenlos.",
        registration_url="https://anmeldung.neustadt.example/tag",
    )
