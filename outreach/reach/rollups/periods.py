"""Months and quarters as dates."""

from __future__ import annotations

import datetime

_DAY = datetime.timedelta(days=1)


def first_of(day: datetime.date) -> datetime.date:
    """The first day of its month."""
    return day.replace(day=1)


def next_month(day: datetime.date) -> datetime.date:
    """The first day of the month after this one."""
    return (day.replace(day=28) + 4 * _DAY).replace(day=1)


def last_of(day: datetime.date) -> datetime.date:
    """The last day of its month."""
    return next_month(day) - _DAY


def quarter(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """First and last day of its quarter."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first, last_of(first.replace(month=first.month + 2))
