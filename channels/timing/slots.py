"""When one message may go to one partner. Pure: wishes, the clock and what already goes in, a slot out.

What decides, strongest first: pause and quiet times (never broken), the weekly cap (never exceeded), the
application deadline (never later), the rhythm (given up when waiting would come too close to the deadline).
"""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field, replace
from typing import Literal
from zoneinfo import ZoneInfo

from channels.timing.quiet import Quiet, next_allowed

Rhythm = Literal["at_once", "daily", "weekly"]
Why = Literal["", "quiet", "rhythm", "cap", "pause", "deadline"]

#: On the city's clock: when a digest goes out, and on which weekday the weekly one does (0 = Monday).
DIGEST_AT = datetime.time(9)
DIGEST_DAY = 0
#: People need a few days to hear of a job and to apply.
LEAD = datetime.timedelta(days=3)
_SECOND = datetime.timedelta(seconds=1)
_DAY = datetime.timedelta(days=1)
_WEEK = datetime.timedelta(weeks=1)
_FAR = datetime.datetime.max.replace(tzinfo=datetime.UTC)
#: Looked at before giving up; a deadline further away than this is none for us.
_WEEKS_AHEAD = 12
_BUNDLES = uuid.UUID("5d0c1a52-6f0b-4d0f-9c86-2f2f8f4a7f51")


@dataclass(frozen=True)
class Wishes:
    """What a partner said about when and how often."""

    rhythm: Rhythm = "at_once"
    cap: int | None = None
    quiet: Quiet = field(default_factory=Quiet)
    paused_until: datetime.date | None = None  # the last day of the pause


@dataclass(frozen=True)
class Message:
    """A row that goes or went to the partner; rows of one bundle are one message."""

    channel: int
    at: datetime.datetime
    bundle: uuid.UUID | None = None


@dataclass(frozen=True)
class Slot:
    """`at` is None if no moment is left that keeps every wish and comes before the deadline.

    Then `over` is when it is too late; until then the partner may change its wishes.
    """

    at: datetime.datetime | None
    bundle: uuid.UUID | None = None
    why: Why = ""
    over: datetime.datetime | None = None


def bundle_of(channel: int, at: datetime.datetime) -> uuid.UUID:
    """Everything that was put off to the same moment on one channel goes as one message."""
    return uuid.uuid5(_BUNDLES, f"{channel} {at.astimezone(datetime.UTC).isoformat()}")


def decide(
    wishes: Wishes,
    channel: int,
    now: datetime.datetime,
    last: datetime.datetime | None,
    known: list[Message],
    zone: ZoneInfo,
) -> Slot:
    """The moment for one more message on this channel, not after `last`."""
    last = last or _FAR
    if now > last:
        return Slot(None, why="deadline", over=last + _SECOND)
    start = max(now, _pause_over(wishes, zone) or now)
    usual = _usual(wishes, start, zone)
    if usual <= last - LEAD or usual <= now:
        slot = _within_cap(wishes, channel, now, usual, last - LEAD, known, zone)
        if slot:
            return _why(slot, wishes, now, zone)
    soon = opens_at(wishes, now, zone)
    slot = _hurried(wishes, channel, now, soon, last, known, zone)
    return slot or Slot(
        None, why=_against(wishes, soon, last, now, zone), over=min(last, _FAR - _DAY) + _SECOND
    )


def opens_at(wishes: Wishes, now: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """Now, or the first moment after pause and quiet time."""
    return next_allowed(max(now, _pause_over(wishes, zone) or now), wishes.quiet, zone)


def week_of(moment: datetime.datetime, zone: ZoneInfo) -> datetime.date:
    """The Monday of the week on the city's clock."""
    day = moment.astimezone(zone).date()
    return day - datetime.timedelta(days=day.weekday())


def _pause_over(wishes: Wishes, zone: ZoneInfo) -> datetime.datetime | None:
    if wishes.paused_until is None:
        return None
    return datetime.datetime.combine(wishes.paused_until + _DAY, DIGEST_AT, zone)


def _usual(wishes: Wishes, start: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """Where the rhythm puts it."""
    if wishes.rhythm == "at_once":
        return next_allowed(start, wishes.quiet, zone)
    local = start.astimezone(zone)
    slot = datetime.datetime.combine(local.date(), DIGEST_AT, zone)
    if wishes.rhythm == "weekly":
        slot = datetime.datetime.combine(_weekday(local.date(), DIGEST_DAY), DIGEST_AT, zone)
    if slot < start:
        slot = _next_day(slot, 1 if wishes.rhythm == "daily" else 7, zone)
    return next_allowed(slot, wishes.quiet, zone)


def _weekday(day: datetime.date, weekday: int) -> datetime.date:
    return day + datetime.timedelta(days=(weekday - day.weekday()) % 7)


def _next_day(slot: datetime.datetime, days: int, zone: ZoneInfo) -> datetime.datetime:
    return datetime.datetime.combine(slot.date() + datetime.timedelta(days=days), slot.time(), zone)


def _within_cap(
    wishes: Wishes,
    channel: int,
    now: datetime.datetime,
    moment: datetime.datetime,
    latest: datetime.datetime,
    known: list[Message],
    zone: ZoneInfo,
) -> Slot | None:
    """The moment itself, or the digest of the first week in which a message is left."""
    for _week in range(_WEEKS_AHEAD):
        message = _message(channel, moment, now)
        if _room(wishes, message, known, zone):
            return Slot(message.at, message.bundle)
        monday = week_of(moment, zone) + _WEEK
        moment = next_allowed(datetime.datetime.combine(monday, DIGEST_AT, zone), wishes.quiet, zone)
        if moment > latest:
            return None
    return None


def _hurried(
    wishes: Wishes,
    channel: int,
    now: datetime.datetime,
    soon: datetime.datetime,
    last: datetime.datetime,
    known: list[Message],
    zone: ZoneInfo,
) -> Slot | None:
    """At once; else together with what already waits for this channel; else late, but before the end."""
    if soon > last:
        return None
    message = _message(channel, soon, now)
    if _room(wishes, message, known, zone):
        return Slot(message.at, message.bundle, "deadline")
    waiting = [
        other for other in known if other.channel == channel and other.bundle and now < other.at <= last
    ]
    if waiting:
        first = min(waiting, key=lambda other: other.at)
        return Slot(first.at, first.bundle, "deadline")
    late = _within_cap(wishes, channel, now, soon, last, known, zone)
    return Slot(late.at, late.bundle, "cap") if late else None


def _message(channel: int, at: datetime.datetime, now: datetime.datetime) -> Message:
    """What goes at once is a message of its own."""
    return Message(channel, at, bundle_of(channel, at) if at > now else None)


def _room(wishes: Wishes, message: Message, known: list[Message], zone: ZoneInfo) -> bool:
    """Whether the message fits into its week; one that joins another is none more."""
    if wishes.cap is None:
        return True
    week = week_of(message.at, zone)
    others = [other for other in known if week_of(other.at, zone) == week]
    joins = message.bundle is not None and message.bundle in {other.bundle for other in others}
    return joins or count(others) < wishes.cap


def count(messages: list[Message]) -> int:
    """How many messages the partner sees."""
    return len({message.bundle for message in messages if message.bundle}) + sum(
        not message.bundle for message in messages
    )


def _why(slot: Slot, wishes: Wishes, now: datetime.datetime, zone: ZoneInfo) -> Slot:
    """The slot with the reason for which it waits."""
    if not slot.bundle:
        return slot
    pause = _pause_over(wishes, zone)
    paused = pause is not None and pause > now
    if slot.at != _usual(wishes, max(now, pause) if paused else now, zone):
        return replace(slot, why="cap")
    if paused:
        return replace(slot, why="pause")
    return replace(slot, why="quiet" if wishes.rhythm == "at_once" else "rhythm")


def _against(
    wishes: Wishes, soon: datetime.datetime, last: datetime.datetime, now: datetime.datetime, zone: ZoneInfo
) -> Why:
    """Which wish leaves no moment."""
    if soon <= last:
        return "cap"
    pause = _pause_over(wishes, zone)
    return "pause" if pause and pause > now else "quiet"
