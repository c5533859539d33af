"""What the report pages show, made of the latest release alone. Counters are not read here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.protection import Total, total


class Row(NamedTuple):
    """One line of a report: a channel or an ad, its sum, and a bar for it."""

    subject: Any
    total: Total
    cells: int
    #: The bar and its uncertain end, in percent of the longest one.
    bar: float
    bar_most: float


def latest() -> Release | None:
    """The newest release, if there is one."""
    return Release.objects.first()


def cells(release: Release) -> list[ReleasedFigure]:
    """Every published cell, with names, in a fixed order."""
    rows = release.figures.select_related("release", "posting", "channel")
    return list(rows.order_by("posting__title", "posting", "channel__name"))


def by_channel(cells: Iterable[ReleasedFigure], threshold: int) -> list[Row]:
    """One row per channel, the most opened first."""
    return _rows(cells, lambda cell: cell.channel, threshold)


def by_posting(cells: Iterable[ReleasedFigure], threshold: int) -> list[Row]:
    """One row per ad, the most opened first."""
    return _rows(cells, lambda cell: cell.posting, threshold)


def _rows(
    cells: Iterable[ReleasedFigure], subject: Callable[[ReleasedFigure], Any], threshold: int
) -> list[Row]:
    groups: dict[Any, list[int | None]] = defaultdict(list)
    for cell in cells:
        groups[subject(cell)].append(cell.value)
    sums = {key: total(values, threshold) for key, values in groups.items()}
    longest = max((found.most for found in sums.values()), default=0) or 1
    rows = [
        Row(key, found, len(groups[key]), 100 * (found.value or 0) / longest, 100 * found.most / longest)
        for key, found in sums.items()
    ]
    return sorted(rows, key=lambda row: (-(row.total.value or 0), str(row.subject)))
