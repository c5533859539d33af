"""What people decide: try again; it arrived, or it did not."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from channels.models import Delivery, Destination
from channels.publishing import outbox
from channels.sending.waking import wake_workers
from outreach.people.models import User

State = Delivery.State
ASK_AGAIN = datetime.timedelta(days=1)


@transaction.atomic
def retry(delivery: Delivery, *, by: User) -> bool:
    """A person wants a failed delivery sent again. False if it is not failed any more."""
    failed = Delivery.objects.filter(pk=delivery.pk, state=State.FAILED)
    return bool(failed.update(**_again(delivery), resolved_by=by))


@transaction.atomic
def resolve(delivery: Delivery, *, by: User, arrived: bool) -> bool:
    """A person found out whether an unconfirmed message arrived; if not, it is sent again."""
    unclear = Delivery.objects.filter(pk=delivery.pk, state=State.UNCONFIRMED)
    if arrived:
        changes = {"state": State.SENT, "sent_at": timezone.now(), "error": "", "lease_owner": ""}
    else:
        changes = _again(delivery)
    return bool(unclear.update(**changes, resolved_by=by))


@transaction.atomic
def ask_later(delivery: Delivery, *, by: User) -> bool:
    """A person does not know yet whether an unconfirmed message arrived: they are asked again tomorrow."""
    unclear = Delivery.objects.filter(pk=delivery.pk, state=State.UNCONFIRMED)
    return bool(unclear.update(due_at=timezone.now() + ASK_AGAIN, resolved_by=by))


@transaction.atomic
def settle(delivery: Delivery, *, by: User) -> bool:
    """A person took care of a failed message in another way; nothing more is to be done."""
    failed = Delivery.objects.filter(pk=delivery.pk, state=State.FAILED)
    return bool(failed.update(state=State.CANCELLED, resolved_by=by))


def _again(delivery: Delivery) -> dict[str, object]:
    """From the start, in the lane of today; no late word of an old lease owner counts any more."""
    lane = outbox.destination_of(delivery.channel)
    Destination.objects.filter(~Q(failures=0), pk=lane.pk).update(blocked_until=None)
    transaction.on_commit(wake_workers)
    return {
        "state": State.WAITING,
        "destination": lane,
        "due_at": timezone.now(),
        "attempts": 0,
        "error": "",
        "lease_owner": "",
        "unclear_since": None,
    }
