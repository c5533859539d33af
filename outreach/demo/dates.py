"""Moves the dates in an ad by whole weeks, so that a demo loaded later is never out of date."""

from __future__ import annotations

import datetime
import re

#: The ads' dates are written for a start in this week (a Monday).
WRITTEN_FOR = datetime.date(2026, 11, 23)
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_DATE = re.compile(rf"\b(\d{{1,2}})\. ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_DAY = datetime.timedelta(days=1)


def weeks_since_written(today: datetime.date) -> int:
    """By how many weeks the texts must move; never back."""
    return max(0, -((WRITTEN_FOR - today).days // 7))


def shifted(text: str, weeks: int) -> str:
    """The text with every written date moved; other words stay."""

    def move(found: re.Match[str]) -> str:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
        return written(moved(datetime.date(year, month, day), weeks))

    return _DATE.sub(move, text) if weeks else text


def moved(date: datetime.date, weeks: int) -> datetime.date:
    """Later by whole weeks; the first of a month stays a first, the last of a month a last."""
    later = date + datetime.timedelta(weeks=weeks)
    if date.day == 1:
        return _next_first(later)
    if (date + _DAY).day == 1:
        return _next_first(later + _DAY) - _DAY
    return later


def written(date: datetime.date) -> str:
    """15. Januar 2027"""
    return f"{date.day}. {_MONTHS[date.month - 1]} {date.year}"


def _next_first(date: datetime.date) -> datetime.date:
    """The date itself if it is a first, else the first of the next month."""
    return date if date.day == 1 else (date.replace(day=1) + 32 * _DAY).replace(day=1)
