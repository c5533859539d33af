"""What a reader gets of a released table: brackets, never a count."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

#: In place of a key: the sum over that dimension.
TOTAL = "*"

Key = tuple[str, ...]


class Figure(NamedTuple):
    """One published number and what a reader may conclude from it."""

    #: As published: the truth rounded down (or noisy, see the table's method); None: hidden.
    value: int | None
    #: The truth lies in lower..upper, both included.
    lower: int
    #: None: no upper bound is known.
    upper: int | None
    #: Why it is hidden or coarse ("small", "protects", "dominated"), or "".
    reason: str = ""

    @property
    def hidden(self) -> bool:
        """Whether no number is shown."""
        return self.value is None


@dataclass(frozen=True)
class Table:
    """One released table, frozen when it was published."""

    name: str
    measure: str
    protection_class: str
    #: Which ads it is about: "2026-Q3" (ads that began in that quarter), or the last day of a running table.
    period: str
    #: The days counted, both included.
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    method: str
    base: int
    threshold: int
    digest: str
    dimensions: tuple[str, ...]
    #: A key per dimension; `TOTAL` in place of a key is the sum over it.
    cells: dict[Key, Figure]
    #: dimension -> key -> the name shown.
    labels: dict[str, dict[str, str]]

    def label(self, dimension: str, key: str) -> str:
        """The name of a key; the key itself if it has none."""
        return self.labels.get(dimension, {}).get(key, key)

    def sums_by(self, dimension: str) -> dict[str, Figure]:
        """The sums over every other dimension: key of this dimension -> figure."""
        place = self.dimensions.index(dimension)
        return {
            key[place]: figure
            for key, figure in self.cells.items()
            if key[place] != TOTAL and all(part == TOTAL for n, part in enumerate(key) if n != place)
        }

    def inner(self) -> dict[Key, Figure]:
        """The cells without any sum."""
        return {key: figure for key, figure in self.cells.items() if TOTAL not in key}


def add(figures: Iterable[Figure]) -> Figure:
    """The sum of published figures: tells nothing that was not published. Hidden if all of them are."""
    lower, upper, shown = 0, 0, False
    for figure in figures:
        lower += figure.lower
        upper = None if upper is None or figure.upper is None else upper + figure.upper
        shown = shown or figure.value is not None
    return Figure(lower if shown else None, lower, upper)
