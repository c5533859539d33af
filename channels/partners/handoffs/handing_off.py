"""What partners did with an ad: forwarded it, put it up, announced it. Sent is one thing, this another."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from channels.models import Delivery, HandOff, Partner
from postings.documents.cleaning import one_line
from postings.models import State as PostingState

How = HandOff.How
LONGEST_PLACE = 120


@transaction.atomic
def record(delivery: Delivery, how: str, way: str) -> HandOff:
    """Note it once; what was taken down and is put up again hangs again."""
    handoff, made = HandOff.objects.get_or_create(delivery=delivery, how=how, defaults={"way": way})
    if not made and handoff.removed_at:
        handoff.removed_at, handoff.at = None, timezone.now()
        handoff.save(update_fields=["removed_at", "at"])
    return handoff


def say_where(delivery: Delivery, place: str, until: str) -> bool:
    """Where a notice hangs and until when, as far as the partner says so. ValueError for what is no day."""
    day = datetime.date.fromisoformat(until) if until else None
    notice = HandOff.objects.filter(delivery=delivery, how=How.PUT_UP, removed_at=None)
    return bool(notice.update(place=one_line(place)[:LONGEST_PLACE], until=day))


def undo(delivery: Delivery, how: str) -> bool:
    """It was a slip of the thumb."""
    return bool(HandOff.objects.filter(delivery=delivery, how=how).delete()[0])


def take_down(delivery: Delivery) -> bool:
    """What hung somewhere was taken down."""
    hanging = HandOff.objects.filter(delivery=delivery, how=How.PUT_UP, removed_at=None)
    return bool(hanging.update(removed_at=timezone.now()))


def hang_again(delivery: Delivery) -> bool:
    """Undoes `take_down`."""
    return bool(HandOff.objects.filter(delivery=delivery, how=How.PUT_UP).update(removed_at=None))


def still_hanging(partner: Partner) -> list[HandOff]:
    """Posters of jobs that are closed, of events called off or over, or past their own day."""
    ended = (
        Q(until__lt=timezone.localdate())
        | Q(delivery__version__posting__state=PostingState.CLOSED)
        | Q(delivery__event__cancelled_at__isnull=False)
        | Q(delivery__event__ends_at__lt=timezone.now())
    )
    found = HandOff.objects.filter(ended, delivery__channel__partner=partner, how=How.PUT_UP, removed_at=None)
    return list(found.select_related("delivery__version", "delivery__event").order_by("at"))
