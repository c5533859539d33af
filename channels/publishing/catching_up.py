"""What is still open, for a channel that is new or back: once, in one message, and nothing twice."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from channels import timing
from channels.adapters import registry
from channels.models import Channel, Delivery
from channels.publishing import events
from channels.publishing.ads import publish
from channels.sending.waking import wake_workers
from postings.models import Event, Posting

Action, State = Delivery.Action, Delivery.State
#: The partner has it, will have it, or perhaps has it.
_GOT = (State.WAITING, State.SENDING, State.SENT, State.UNCONFIRMED)


@transaction.atomic
def catch_up(channel: Channel) -> None:
    """Served media show what is open; a partner gets it in one message, if the medium can bundle.
    Programs (`SINGLY`) get a message for each.

    Media of nobody in particular (a public chat) are left alone: there it would be a flood.
    """
    adapter = registry.find(channel.kind)
    if adapter is None or not Channel.objects.receiving().filter(pk=channel.pk).exists():
        return
    if not registry.sends(channel.kind) or getattr(adapter, "SINGLY", False):
        _serve(channel)
    elif channel.partner and hasattr(adapter, "send_bundle"):
        _send(channel)


def _open() -> list[Posting]:
    today = timezone.localdate()
    return list(Posting.objects.open().exclude(deadline__lt=today).select_related("approved"))


def _invitations(channel: Channel) -> list[Event]:
    return [event for event in Event.objects.inviting(timezone.now()) if events.takes(channel, event)]


def _serve(channel: Channel) -> None:
    for posting in _open():
        publish(posting.approved, [channel])
    for event in _invitations(channel):
        events.put_on(event, channel, Action.PUBLISH)


def _send(channel: Channel) -> None:
    """Rows that share a bundle go out as one mail. Only what the partner got on no way yet."""
    got = _got(channel)
    slot = timing.Planner.of([channel]).slot(channel)  # one message, however much is in it
    rows: list[Delivery | None] = []
    for posting in _open():
        if ("ad", posting.pk) not in got:
            rows += publish(posting.approved, [channel])
    for event in _invitations(channel):
        if ("event", event.pk) not in got:
            rows.append(events.put_on(event, channel, Action.PUBLISH))
    bundle = slot.bundle or uuid.uuid4()
    for row in filter(None, rows):
        _into(bundle, row, slot.at or timezone.now())
    transaction.on_commit(wake_workers)


def _got(channel: Channel) -> set[tuple[str, int]]:
    """The ads and events that came, or will come, to this partner by any message."""
    sending = [kind for kind, _name in registry.offered() if registry.sends(kind)]
    rows = Delivery.objects.filter(
        channel__partner=channel.partner, channel__kind__in=sending, action=Action.PUBLISH, state__in=_GOT
    )
    told = rows.values_list("version__posting", "event")
    return {("ad", posting) if posting else ("event", event) for posting, event in told}


def _into(bundle: uuid.UUID, row: Delivery, due_at: datetime.datetime) -> None:
    """A fresh row, or one that was called off or failed while the partner was away."""
    row.bundle = bundle
    row.state, row.attempts, row.error, row.lease_owner = State.WAITING, 0, "", ""
    row.due_at = due_at
    row.save(update_fields=["bundle", "state", "attempts", "error", "lease_owner", "due_at"])
