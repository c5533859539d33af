"""A released table as it was published, whole: what all figures have in common, then the figures in parts.

Five years of a large city are millions of figures; whoever sends them all need not hold them all.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice

from outreach.reach.models import Release
from outreach.reach.released.figure import TOTAL, Figure, Key, Table
from outreach.reach.released.reading import COLUMNS, described, release_of

#: First keys of a running table that are read at once, and figures of any other.
_KEYS, _FIGURES = 100, 2000
_FIGURE = ("value", "lower", "upper", "reason")

Part = list[tuple[Key, Figure]]


def printed(name: str, last: datetime.date) -> tuple[Table, Iterator[Part]] | None:
    """The release of a table that counts up to that day, without cells, and its cells to be read once.

    None: there is none. A running table's come by their first keys, others as they were written. Stays that
    release, also if the next one comes out while it is read.
    """
    release = release_of(name, last)
    if release is None:
        return None
    keys = {dimension: _keys(release, place) for place, dimension in enumerate(release.dimensions)}
    parts = _by_key(release, keys[release.dimensions[0]]) if release.running else _as_written(release)
    return described(release, {}, keys), parts


def _keys(release: Release, place: int) -> set[str]:
    """The keys of a dimension: by their sums, which are few; a table without sums is gone through."""
    column = COLUMNS[place]
    others = [other for other in COLUMNS[: len(release.dimensions)] if other != column]
    found: set[str] = set()
    if release.running:
        for rows in release.figures_where(**dict.fromkeys(others, TOTAL)):
            found |= set(rows.order_by().values_list(column, flat=True))
    found.discard(TOTAL)
    return found or set(release.figures.order_by().values_list(column, flat=True).distinct()) - {TOTAL}


def _by_key(release: Release, keys: set[str]) -> Iterator[Part]:
    size = len(release.dimensions)
    ordered = iter([TOTAL, *sorted(keys)])
    while some := list(islice(ordered, _KEYS)):
        rows = [
            row
            for rows in release.figures_where(one__in=some)
            for row in rows.values_list(*COLUMNS[:size], *_FIGURE)
        ]
        yield [(row[:size], Figure(*row[size:])) for row in sorted(rows, key=lambda row: row[:size])]


def _as_written(release: Release) -> Iterator[Part]:
    size = len(release.dimensions)
    rows = release.figures.order_by("pk").values_list(*COLUMNS[:size], *_FIGURE)
    left = rows.iterator(chunk_size=_FIGURES)
    while some := list(islice(left, _FIGURES)):
        yield [(row[:size], Figure(*row[size:])) for row in some]
