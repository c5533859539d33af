"""Once a week, or when a person wants it: receivers of that kind get everything that is open, in one load."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel, Delivery
from channels.publishing import outbox
from channels.sending.waking import wake_workers
from outreach.people.models import User
from postings.models import State


@transaction.atomic
def put(channel: Channel, slot: str, *, agreed_by: User | None = None) -> Delivery:
    """One row per channel and slot. What is in it is decided when it is sent."""
    rendition = registry.get(channel.kind).render_full(channel, agreed=agreed_by is not None)
    transaction.on_commit(wake_workers)
    row = outbox.put(channel, Delivery.Action.PUBLISH, rendition, slot=f"full:{slot}")
    if agreed_by is not None:
        Delivery.objects.filter(pk=row.pk).update(resolved_by=agreed_by)
    return row


def put_now(channel: Channel, *, by: User, agreed: bool) -> Delivery:
    """A person wants it now; pressing twice within a minute is pressing once."""
    return put(channel, f"{timezone.now():%Y-%m-%dT%H:%M}", agreed_by=by if agreed else None)


def put_weekly(today: datetime.date) -> int:
    """The week's load of every channel that takes one; doing it again puts nothing new."""
    year, week, _day = today.isocalendar()
    slot, count = f"{year}-W{week:02d}", 0
    for channel in Channel.objects.receiving():
        if registry.takes_full_loads(channel) and _has_open_ads(channel) and not _is_put(channel, slot):
            put(channel, slot)
            count += 1
    return count


def _has_open_ads(channel: Channel) -> bool:
    return channel.deliveries.filter(version__posting__state=State.PUBLISHED).exists()


def _is_put(channel: Channel, slot: str) -> bool:
    return channel.deliveries.filter(key=outbox.key_of(Delivery.Action.PUBLISH, slot=f"full:{slot}")).exists()
