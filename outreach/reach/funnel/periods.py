"""Days and weeks as reports name them: "2026-11-16" or "2026-W47". Nothing finer exists."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
WEEK = 7


class Period(NamedTuple):
    """The first day, and how many days: 1 or 7. A week begins on Monday (ISO 8601)."""

    first: datetime.date
    days: int

    @property
    def last(self) -> datetime.date:
        return self.first + datetime.timedelta(days=self.days - 1)

    def meets(self, other: Period) -> bool:
        """True if they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        if self.days == 1:
            return self.first.isoformat()
        year, week, _day = self.first.isocalendar()
        return f"{year}-W{week:02}"


def read(text: str) -> Period | None:
    """The period a text names; None if it names none."""
    try:
        if week := _WEEK.fullmatch(text):
            return Period(datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1), WEEK)
        return Period(datetime.date.fromisoformat(text), 1) if _DAY.fullmatch(text) else None
    except ValueError:  # 2026-02-30, 2026-W60
        return None
