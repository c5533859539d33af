"""A channel of every kind of medium, and an event."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel
from postings.models import Event


@pytest.fixture
def every_channel(partner) -> dict[str, Channel]:
    """Kind -> a channel of it, as people would set it up."""
    options = {"mastodon": {"server": "https://social.example"}, "calendar": {"integreat": True}}
    secrets = {"apprise_url": {"url": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js"}}
    return {
        kind: Channel.objects.create(
            key=f"kanal-{number}",
            name=f"Kanal {kind}",
            kind=kind,
            partner=partner if registry.needs_partner(kind) else None,
            options=options.get(kind, {}),
            secrets=secrets.get(kind, {}),
        )
        for number, (kind, _name) in enumerate(registry.offered())
    }


@pytest.fixture
def event(editor) -> Event:
    """A stored event nobody was told of yet."""
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + datetime.timedelta(weeks=8)
    return Event.objects.create(
        slug="tag",
        title="Tag der offenen Tür",
        description="Kommen Sie!\n\n- Führungen\n- Beratung",
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=4),
        place="Rathaus, Markt 1",
        languages="Deutsch, Türkisch",
        created_by=editor,
    )
