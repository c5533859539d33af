"""Openings per channel and month in which the ad began, from the released quarters of `channel-month`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from outreach.reach.reports.reading import TOTAL, TableLike
from outreach.reach.reports.spans import Span

TABLE = "channel-month"
#: First day of a month -> channel -> range.
Months = dict[datetime.date, dict[str, Span]]


def months(tables: Sequence[TableLike]) -> Months:
    """Every released month, the oldest first."""
    found: Months = {}
    for table in tables:
        month, channel = (table.dimensions.index(name) for name in ("month", "channel"))
        for key, figure in table.cells.items():
            if TOTAL not in key:
                found.setdefault(_day(key[month]), {})[key[channel]] = Span.of(figure)
    return dict(sorted(found.items()))


def between(found: Months, first: datetime.date, last: datetime.date) -> list[dict[str, Span]] | None:
    """The months from the first day of one to the last day of another. None: not all of them are released."""
    wanted, month = [], first.replace(day=1)
    while month <= last:
        wanted.append(month)
        month = (month + datetime.timedelta(days=32)).replace(day=1)
    released = max(found, default=datetime.date.min)
    if not wanted or wanted[-1] > released:
        return None
    return [found.get(month, {}) for month in wanted]


def _day(month: str) -> datetime.date:
    """ "2026-07" -> its first day."""
    return datetime.date.fromisoformat(f"{month}-01")
