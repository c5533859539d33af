"""What the report pages show, made of the latest release alone. Counters are not read here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from outreach.reach import released
from outreach.reach.released import Figure, Table

#: The table the pages are made of.
NAME = "posting-channel"


class Subject(NamedTuple):
    """An ad or a channel: its key and its name."""

    pk: str
    name: str

    def __str__(self) -> str:
        return self.name


class Total(NamedTuple):
    """A sum of published figures."""

    #: None: every cell is hidden.
    value: int | None
    #: How many cells are hidden.
    hidden: int
    #: The true sum is at most this.
    most: int


class Cell(NamedTuple):
    """One published figure with its names."""

    posting: Subject
    channel: Subject
    figure: Figure


class Row(NamedTuple):
    """One line of a report: a channel or an ad, its sum, and a bar for it."""

    subject: Subject
    total: Total
    cells: int
    #: The bar and its uncertain end, in percent of the longest one.
    bar: float
    bar_most: float


def latest(**where: str) -> Table | None:
    """The newest release, if there is one."""
    return released.latest(NAME, **where)


def cells(table: Table) -> list[Cell]:
    """Every published cell, with names, in a fixed order."""
    found = [
        Cell(
            Subject(posting, table.label("posting", posting)),
            Subject(channel, table.label("channel", channel)),
            figure,
        )
        for (posting, channel), figure in table.inner().items()
    ]
    return sorted(found, key=lambda cell: (cell.posting.name, cell.posting.pk, cell.channel.name))


def total(cells: Iterable[Cell]) -> Total:
    """The sum of what is shown, and how far the truth can be above it."""
    figures = [cell.figure for cell in cells]
    found = released.add(figures)
    return Total(found.value, sum(figure.hidden for figure in figures), found.upper or 0)


def by_channel(cells: Iterable[Cell]) -> list[Row]:
    """One row per channel, the most opened first."""
    return _rows(cells, lambda cell: cell.channel)


def by_posting(cells: Iterable[Cell]) -> list[Row]:
    """One row per ad, the most opened first."""
    return _rows(cells, lambda cell: cell.posting)


def _rows(cells: Iterable[Cell], subject: Callable[[Cell], Subject]) -> list[Row]:
    groups: dict[Subject, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(subject(cell), []).append(cell)
    sums = {key: total(group) for key, group in groups.items()}
    longest = max((found.most for found in sums.values()), default=0) or 1
    rows = [
        Row(key, found, len(groups[key]), 100 * (found.value or 0) / longest, 100 * found.most / longest)
        for key, found in sums.items()
    ]
    return sorted(rows, key=lambda row: (-(row.total.value or 0), row.subject.name, row.subject.pk))
