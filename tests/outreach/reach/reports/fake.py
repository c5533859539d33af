"""A released table made by hand, as `outreach.reach.released` gives it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

BASE, THRESHOLD = 5, 5


class Figure(NamedTuple):
    value: int | None
    lower: int
    upper: int | None


def figure(count: int) -> Figure:
    """A protected count: hidden below 5, else rounded down to fives."""
    if count < THRESHOLD:
        return Figure(None, 0, THRESHOLD - 1)
    down = count - count % BASE
    return Figure(down, down, down + BASE - 1)


HIDDEN = Figure(None, 0, None)


@dataclass(frozen=True)
class Table:
    cells: dict[tuple[str, ...], Figure]
    dimensions: tuple[str, ...] = ("family", "channel")
    name: str = "family-channel"
    first: datetime.date = datetime.date(2026, 7, 1)
    last: datetime.date = datetime.date(2026, 9, 30)
    released_at: datetime.datetime = datetime.datetime(2026, 10, 6, 4, tzinfo=datetime.UTC)
    method: str = "rounding"
    base: int = BASE
    threshold: int = THRESHOLD
    digest: str = "d1"
    labels: dict[str, dict[str, str]] = field(default_factory=dict)


def table(rows: dict[tuple[str, ...], int | Figure], **more) -> Table:
    """Counts become protected figures; figures stay."""
    cells = {key: figure(count) if isinstance(count, int) else count for key, count in rows.items()}
    return Table(cells, **more)
