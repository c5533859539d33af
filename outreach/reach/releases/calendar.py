"""When figures come out, and of which days: whole weeks, late.

Every period is made of whole weeks (Monday to Sunday), so that no two periods differ by a few days whose
count could be had by subtraction. A quarter is made of the weeks whose Thursday lies in it (as ISO 8601 does
for years).
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.utils import timezone

from outreach.reach.protection import settings

HOUR = datetime.time(6)
WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)
_THURSDAY = datetime.timedelta(days=3)


class Period(NamedTuple):
    """Days first … until (the last one excluded). For a quarter: whose ads; counted is until
    `counted_until`."""

    kind: str  # "week" (everything so far, week by week) or "quarter"
    name: str
    first: datetime.date
    until: datetime.date
    counted_until: datetime.date


def published_at(until: datetime.date) -> datetime.datetime:
    """When the figures of all days before this Monday come out, in the city's time."""
    rules = settings.current()
    delay = rules.delay_days * DAY if rules.protections.delay else datetime.timedelta()
    return datetime.datetime.combine(until + delay, HOUR, tzinfo=timezone.get_default_timezone())


def due_until(now: datetime.datetime) -> datetime.date:
    """The latest Monday whose release time has come (without the delay: today)."""
    today = timezone.localtime(now, timezone.get_default_timezone()).date()
    if not settings.current().protections.delay:
        return today + DAY
    monday = today - datetime.timedelta(days=today.weekday())
    while now < published_at(monday):
        monday -= WEEK
    return monday


def next_at(now: datetime.datetime) -> datetime.datetime:
    """When the next figures come out."""
    return published_at(due_until(now) + WEEK)


def midnight(day: datetime.date) -> datetime.datetime:
    """The first moment of a day, in the city's time."""
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_default_timezone())


def quarter_of(day: datetime.date) -> tuple[int, int]:
    """Year and quarter (1 … 4) a day's week belongs to."""
    thursday = day - datetime.timedelta(days=day.weekday()) + _THURSDAY
    return thursday.year, (thursday.month + 2) // 3


def month_of(day: datetime.date) -> str:
    """Year and month a day's week belongs to: "2026-11"."""
    thursday = day - datetime.timedelta(days=day.weekday()) + _THURSDAY
    return f"{thursday:%Y-%m}"


def quarter(year: int, number: int, counted_until: datetime.date) -> Period:
    """A quarter as a period. Ads that began in it are counted until `counted_until`."""
    after = (year + 1, 1) if number == 4 else (year, number + 1)
    return Period("quarter", f"{year}-Q{number}", _start(year, number), _start(*after), counted_until)


def settled_quarters(first: datetime.date, until: datetime.date) -> list[Period]:
    """The quarters from that of `first` whose ads had their weeks of settling before `until`."""
    settling, found = settings.current().settle_weeks * WEEK, []
    year, number = quarter_of(first)
    while (period := quarter(year, number, until)).until + settling <= until:
        found.append(period)
        year, number = (year + 1, 1) if number == 4 else (year, number + 1)
    return found


def _start(year: int, number: int) -> datetime.date:
    """The Monday of the first week whose Thursday lies in the quarter."""
    first = datetime.date(year, 3 * number - 2, 1)
    return first + datetime.timedelta(days=(3 - first.weekday()) % 7) - _THURSDAY
