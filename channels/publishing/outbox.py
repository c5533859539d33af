"""Writes deliveries. Called inside the transaction that approves, closes, announces or cancels."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel, Delivery, Destination
from channels.models.delivery import NOTE
from postings.models import Event, PostingVersion

Action = Delivery.Action


def put(
    channel: Channel,
    action: str,
    rendition: dict[str, Any],
    *,
    version: PostingVersion | None = None,
    event: Event | None = None,
    due_at: datetime.datetime | None = None,
    reasons: list[dict[str, Any]] | None = None,
    slot: str = "",
    bundle: uuid.UUID | None = None,
    instead_of: Delivery | None = None,
) -> Delivery:
    """One row per channel and message; putting the same one again changes nothing.

    Served media (pages, feeds) are done with it; for all others a worker sends it when it is due.
    `slot` tells messages of the same kind apart, such as the reminders 14 and 2 days before an event.
    """
    served = not registry.sends(channel.kind)
    now = timezone.now()
    delivery, _made = Delivery.objects.get_or_create(
        channel=channel,
        key=key_of(action, version=version, event=event, slot=slot),
        defaults={
            "version": version,
            "event": event,
            "action": action,
            "rendition": rendition,
            "reasons": reasons or [],
            "state": Delivery.State.SENT if served else Delivery.State.WAITING,
            "sent_at": now if served else None,
            "due_at": due_at or now,
            "destination": None if served else destination_of(channel),
            "bundle": bundle,
            "instead_of": instead_of,
        },
    )
    return delivery


def put_note(channel: Channel, key: str, rendition: dict[str, Any]) -> Delivery:
    """A message about no ad and no event: a test, a proof, a whole feed. Also on channels that are off."""
    delivery, _made = Delivery.objects.get_or_create(
        channel=channel,
        key=f"{NOTE}{key}",
        defaults={"action": Action.PUBLISH, "rendition": rendition, "destination": destination_of(channel)},
    )
    return delivery


def hold_back(delivery: Delivery, sentence: str, over: datetime.datetime) -> None:
    """No moment is left that keeps the partner's own wishes, unless they change before it is `over`.

    The row waits and says why; when it is over, what every late row meets ends it.
    """
    fresh = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.WAITING, attempts=0)
    fresh.update(due_at=over, bundle=None, error=sentence)


def withdraw(rows: QuerySet[Delivery], sentence: str) -> None:
    """What still waits is not sent any more, for this reason; what is on its way is not touched.

    What may have arrived at an earlier try is not called off, since that would be untrue: a person is asked.
    """
    waiting = rows.filter(state=Delivery.State.WAITING)
    waiting.filter(unclear_since__isnull=False).update(state=Delivery.State.UNCONFIRMED)
    waiting.update(state=Delivery.State.CANCELLED, error=sentence)


def key_of(
    action: str, *, version: PostingVersion | None = None, event: Event | None = None, slot: str = ""
) -> str:
    """Names a message within its channel: "ad:17:publish", "event:3:2:change", "event:3:0:remind:14"."""
    ending = f":{slot}" if slot else ""
    if version is not None:
        return f"ad:{version.pk}:{action}{ending}"
    if event is not None:
        return f"event:{event.pk}:{event.sequence}:{action}{ending}"
    if slot:
        return f"{slot}:{action}"  # about nothing in particular, such as a load of everything
    raise ValueError("a delivery is about an ad or an event, or has a slot")


def destination_of(channel: Channel) -> Destination:
    """The lane this channel's messages wait in."""
    return Destination.objects.get_or_create(key=registry.lane(channel))[0]
