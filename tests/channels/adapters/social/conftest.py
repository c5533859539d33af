"""A channel on each local network, and a hand that delivers what waits."""

from __future__ import annotations

import datetime
import itertools

import pytest
from django.utils import timezone

from channels import delivery
from channels.adapters import registry
from channels.models import Channel, Delivery
from channels.publishing import outbox
from postings.models import Event
from tests.channels.receivers import mastodon, matrix, telegram


@pytest.fixture(autouse=True)
def _this_machine(settings, monkeypatch):
    """Receivers on loopback may be called, and as fast as we like."""
    for kind in ("mastodon", "matrix", "telegram", "apprise_url"):
        monkeypatch.setattr(registry.get(kind), "RATE", None)
    settings.OUTGOING_LOOPBACK = True


@pytest.fixture
def toots():
    with mastodon.Mastodon() as server:
        yield server


@pytest.fixture
def room():
    with matrix.Matrix() as server:
        yield server


@pytest.fixture
def chat():
    with telegram.Telegram() as server:
        yield server


@pytest.fixture
def on_mastodon(db, toots) -> Channel:
    return Channel.objects.create(
        key="mastodon", name="Mastodon", kind="mastodon",
        options={"server": toots.url, "visibility": "unlisted"}, secrets={"token": mastodon.TOKEN},
    )  # fmt: skip


@pytest.fixture
def in_room(db, room) -> Channel:
    return Channel.objects.create(
        key="matrix", name="Matrix", kind="matrix",
        options={"server": room.url, "room": matrix.ROOM}, secrets={"token": matrix.TOKEN},
    )  # fmt: skip


@pytest.fixture
def in_chat(db, chat) -> Channel:
    return Channel.objects.create(
        key="telegram", name="Telegram", kind="telegram",
        options={"server": chat.url, "chat": telegram.CHAT}, secrets={"token": telegram.TOKEN},
    )  # fmt: skip


@pytest.fixture
def waiting(publish):
    """waiting(channel) -> the row of a newly published ad on it, not sent yet."""

    def make(channel: Channel, **options) -> Delivery:
        posting = publish(**options)
        return Delivery.objects.get(channel=channel, version__posting=posting)

    return make


@pytest.fixture
def sweep():
    """Deliver everything that is due, as the workers do. Each time a minute has passed: lanes have a pace."""
    times = itertools.count()
    return lambda: delivery.sweep(timezone.now() + next(times) * datetime.timedelta(minutes=1))


@pytest.fixture
def tell_event(editor):
    """tell_event(channel, "change") -> the sent row about an open day (the same one every time)."""
    start = timezone.now() + datetime.timedelta(days=60)
    event = Event.objects.create(
        slug="offen", title="Offene Tür", description="…", place="Am Hof 3", created_by=editor,
        starts_at=start, ends_at=start + datetime.timedelta(hours=2), announced_at=timezone.now(),
    )  # fmt: skip

    def tell(channel: Channel, action: str) -> Delivery:
        event.sequence += action != "publish"
        adapter = registry.get(channel.kind)
        row = outbox.put(channel, action, adapter.render_event(event, channel, action), event=event)
        row.remote, row.state = adapter.send(row), "sent"
        row.save()
        return row

    return tell
