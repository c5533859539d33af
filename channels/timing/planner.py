"""Slots for real partners: reads what already goes to them, once for all channels of an approval."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel, Delivery, Partner
from channels.sending.retries import last_moment
from channels.timing.quiet import Quiet
from channels.timing.slots import Message, Slot, Wishes, decide, opens_at, week_of
from channels.timing.telling import held_back
from outreach.words.recorded import recorded

State = Delivery.State
#: Adapters in these folders write to people; every other one feeds a machine, which has no night.
_TO_PEOPLE = ("mail", "people")
_COUNTED = (State.WAITING, State.SENDING, State.SENT, State.UNCONFIRMED)


def reaches_people(channel: Channel) -> bool:
    """Whether a partner's people get a message: they have quiet times, a rhythm and a cap."""
    return channel.partner_id is not None and _to_people(channel.kind)


def wishes_of(partner: Partner) -> Wishes:
    """What the partner said on its page, as the rules of time read it."""
    return Wishes(
        rhythm=partner.rhythm,
        cap=partner.weekly_cap,
        quiet=Quiet(partner.quiet_from, partner.quiet_until, frozenset(partner.quiet_days)),
        paused_until=partner.paused_until,
    )


def silent_until(channel: Channel, now: datetime.datetime) -> datetime.datetime | None:
    """When a partner who rests now, at night or in a pause, may get a message again; None: now."""
    if not reaches_people(channel):
        return None
    opening = opens_at(wishes_of(channel.partner), now, timezone.get_current_timezone())
    return opening if opening > now else None


class Planner:
    """Gives one slot after the other; each slot given counts for the next one."""

    def __init__(self, now: datetime.datetime, known: dict[int, list[Message]]) -> None:
        self.now = now
        self._known = known
        self._zone: ZoneInfo = timezone.get_current_timezone()

    @classmethod
    def of(
        cls, channels: Iterable[Channel], now: datetime.datetime | None = None, *, binding: bool = False
    ) -> Planner:
        """One query for the messages of this week and later, whatever the number of channels.

        They matter only to partners who set a cap. `binding`, in a transaction: two approvals at once wait
        for each other there, so that together they keep the cap as well.
        """
        now = now or timezone.now()
        capped = (channel for channel in channels if reaches_people(channel) and channel.partner.weekly_cap)
        partners = {channel.partner_id for channel in capped}
        if partners and binding:
            list(Partner.objects.select_for_update().filter(pk__in=partners).order_by("pk").values_list("pk"))
        return cls(now, _messages(partners, now) if partners else {})

    def slot(
        self, channel: Channel, deadline: datetime.date | None = None, *, pressing: bool = False
    ) -> Slot:
        """When the next message may go; `pressing` (an end, a change) waits a day for its digest, no week."""
        if not reaches_people(channel):
            return Slot(self.now)
        wishes = wishes_of(channel.partner)
        if pressing and wishes.rhythm == Partner.Rhythm.WEEKLY:
            wishes = Wishes("daily", wishes.cap, wishes.quiet, wishes.paused_until)
        last = last_moment(deadline) if deadline else None
        known = self._known.setdefault(channel.partner_id, [])
        slot = decide(wishes, channel.pk, self.now, last, known, self._zone)
        if slot.at is not None:
            known.append(Message(channel.pk, slot.at, slot.bundle))
        return slot


@transaction.atomic
def replan(partner: Partner, now: datetime.datetime | None = None) -> int:
    """Give what still waits new moments, after the partner changed its wishes. Nothing untried is lost.

    What was to go as one message stays one.
    """
    now = now or timezone.now()
    waiting = (
        Delivery.objects.select_for_update(of=("self",))
        .filter(channel__partner=partner, state=State.WAITING, attempts=0)
        .select_related("channel", "version__posting", "event")
        .order_by("due_at", "pk")
    )
    rows = [row for row in waiting if row.channel.partner_id and _to_people(row.channel.kind)]
    planner = Planner(now, _messages({partner.pk}, now, without=rows) if partner.weekly_cap else {})
    for group in _groups(rows):
        slot = _slot_for(group, planner, partner)
        if slot.at is None and len(group) > 1:  # the most urgent is too late, others may not be
            for row in group:
                _move([row], _slot_for([row], planner, partner))
        else:
            _move(group, slot)
    return len(rows)


def _groups(rows: list[Delivery]) -> list[list[Delivery]]:
    found: defaultdict[object, list[Delivery]] = defaultdict(list)
    for row in rows:
        found[(row.channel_id, row.bundle or row.pk)].append(row)
    return list(found.values())


def _slot_for(group: list[Delivery], planner: Planner, partner: Partner) -> Slot:
    for row in group:
        row.channel.partner = partner
    pressing = any(row.action != Delivery.Action.PUBLISH for row in group)
    ends = [day for row in group if (day := _last_day(row))]
    return planner.slot(group[0].channel, min(ends, default=None), pressing=pressing)


def _move(group: list[Delivery], slot: Slot) -> None:
    for row in group:
        if slot.at is None:
            with recorded():
                row.due_at, row.bundle, row.error = slot.over, None, held_back(slot)
        else:
            together = row.bundle if len(group) > 1 else None
            row.due_at, row.bundle, row.error = slot.at, slot.bundle or together, ""
        row.save(update_fields=["due_at", "bundle", "error"])


def _last_day(row: Delivery) -> datetime.date | None:
    """The day after which the message is no use; the end of an ad is told whenever."""
    if row.event:
        return timezone.localdate(row.event.starts_at)
    return row.posting.deadline if row.posting and row.action == Delivery.Action.PUBLISH else None


def _messages(
    partners: Iterable[int], now: datetime.datetime, without: Iterable[Delivery] = ()
) -> dict[int, list[Message]]:
    zone = timezone.get_current_timezone()
    monday = datetime.datetime.combine(week_of(now, zone), datetime.time(), zone)
    rows = Delivery.objects.filter(channel__partner__in=partners, state__in=_COUNTED, due_at__gte=monday)
    rows = rows.exclude(pk__in=[row.pk for row in without])
    found: defaultdict[int, list[Message]] = defaultdict(list)
    fields = ("channel__partner", "channel", "channel__kind", "due_at", "sent_at", "bundle")
    for partner, channel, kind, due_at, sent_at, bundle in rows.values_list(*fields):
        if _to_people(kind):
            found[partner].append(Message(channel, sent_at or due_at, bundle))
    return dict(found)


def _to_people(kind: str) -> bool:
    adapter = registry.find(kind)
    folder = adapter.__name__.rsplit(".", 2)[-2] if adapter else ""
    return folder in _TO_PEOPLE and registry.sends(kind)
