"""What partners put up and did not take down yet."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet
from django.utils import timezone

from channels.models import Channel, HandOff
from postings.models import Event, Posting, State


def posters(subject: Posting | Event) -> QuerySet[HandOff]:
    """The notices about an ad or event that still hang somewhere, as far as partners said."""
    about = {"event": subject} if isinstance(subject, Event) else {"version__posting": subject}
    still = HandOff.objects.filter(how=HandOff.How.PUT_UP, removed_at=None)
    return still.filter(**{f"delivery__{name}": value for name, value in about.items()})


def hanging(subject: Posting | Event, channel: Channel) -> HandOff | None:
    """What the channel's partner has up; None: nothing (any more)."""
    if channel.partner_id is None:
        return None
    return posters(subject).filter(delivery__channel__partner=channel.partner_id).order_by("at").first()


def hanging_since(subject: Posting | Event, channel: Channel) -> datetime.datetime | None:
    """Since when the channel's partner has it up; None: not (any more)."""
    notice = hanging(subject, channel)
    return notice.at if notice else None


def is_over(notice: HandOff, today: datetime.date) -> bool:
    """True if what it tells of is over: it should come down."""
    delivery = notice.delivery
    if event := delivery.event:
        return bool(event.cancelled_at) or timezone.localdate(event.ends_at) < today
    return bool(delivery.version) and delivery.version.posting.state == State.CLOSED
