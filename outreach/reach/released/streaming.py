"""A released table too large to hold: cell by cell, in the order of the names, some first keys at a time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from outreach.reach.models import Release
from outreach.reach.released.figure import TOTAL, Figure, Key
from outreach.reach.released.reading import named

#: First keys read at once: few at first, so that the first line comes early.
FEW, MANY = 10, 200
_COLUMNS = ("one", "two", "value", "lower", "upper", "reason")


class Cell(NamedTuple):
    """One published cell of a table of two dimensions: its key, the names of both parts, and its figure."""

    key: Key
    one: str
    two: str
    figure: Figure


class Stream(NamedTuple):
    """The newest release of a table: what every cell has in common, and the cells, to be read once."""

    last: datetime.date
    threshold: int
    #: Parts of the table, none empty; no sums.
    parts: Iterator[list[Cell]]


def stream(name: str, only: str = "") -> Stream | None:
    """The newest release of a table of two dimensions, ordered by the names of its keys. None: there is none.

    `only` is a first key; without it, all of them. Stays that release, also if the next one comes out while
    it is read.
    """
    release = Release.objects.filter(table=name).order_by("-until", "-first").defer("labels").first()
    return Stream(release.last_day, release.threshold, _parts(release, only)) if release else None


def _parts(release: Release, only: str) -> Iterator[list[Cell]]:
    first, second = release.dimensions
    keys = {only} if only else _first_keys(release)
    names = named(release, {first: keys})[first]
    ordered = sorted(keys, key=lambda key: (names.get(key, key), key))
    others: dict[str, str] = {}
    start, size = 0, FEW
    while some := ordered[start : start + size]:
        start, size = start + size, MANY
        rows = [row for rows in release.figures_where(one__in=some) for row in rows.values_list(*_COLUMNS)]
        if unknown := {row[1] for row in rows} - others.keys() - {TOTAL}:
            others |= dict.fromkeys(unknown, "") | named(release, {second: unknown})[second]
        found = [
            Cell(row[:2], names.get(row[0], row[0]), others[row[1]] or row[1], Figure(*row[2:]))
            for row in rows
            if row[1] != TOTAL
        ]
        if found:
            yield sorted(found, key=lambda cell: (cell.one, cell.key[0], cell.two))


def _first_keys(release: Release) -> set[str]:
    """By their sums, which are few; a table without sums is gone through."""
    rows = release.figures_of_newest.order_by().values_list("one", flat=True)
    return (set(rows.filter(two=TOTAL)) or set(rows.distinct())) - {TOTAL}
