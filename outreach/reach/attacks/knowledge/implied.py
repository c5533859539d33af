"""What released tables say about a name: its figures, and every sum of them that anybody can form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from outreach.reach.attacks.knowledge.prints import Read
from outreach.reach.attacks.knowledge.publication import TOTAL, Key, Printed, Publication, Shown

#: Reports put at most so many quarters together.
QUARTERS = 4
_TWO = 2

Range = tuple[int, int | None]


class Implied:
    """The ranges one table's releases allow to be told of each name in them."""

    def __init__(self, publication: Publication, table: str) -> None:
        self._by_name: dict[str, set[Range]] = defaultdict(set)
        #: Published values: with noise they are not the least that can be.
        self._values: dict[str, set[int | None]] = defaultdict(set)
        #: Names with a place where nothing could be counted: a released table leaves it out, and says so.
        self._bare_places: set[str] = set()
        #: Everything together.
        self.wholes: set[Range] = set()
        for tables in _together(publication.named(table)):
            self._take(tables)
        self.all: set[Range] = set().union(*self._by_name.values())

    @property
    def names(self) -> set[str]:
        """Every name the tables know."""
        return set(self._by_name)

    def _take(self, tables: list[Printed]) -> None:
        """Cells and sums of these releases, each by the names in its key."""
        parts: dict[Key, list[Range]] = defaultdict(list)
        named: dict[Key, set[str]] = defaultdict(set)
        for table in tables:
            for key, shown in _cells_and_sums(table):
                parts[key].append(shown)
                named[key] |= _names(table, key)
            for key, cell in table.cells.items():
                for name in _names(table, key) | {""}:
                    self._values[name].add(cell.value)
        self._bare_places |= _left_out(tables)
        for key, ranges in parts.items():
            if set(key) == {TOTAL}:
                self.wholes.add(_sum(ranges))
            for name in named[key] | {""}:
                self._by_name[name].add(_sum(ranges))

    def allows(self, read: Read, name: str = "") -> bool:
        """Whether the number tells no more than what is published, of that name if the tables know it."""
        if read.upper == 0 and name in self._bare_places:
            return True
        ranges = self._by_name.get(name) or self.all
        if read.bare:
            values = self._values[name if name in self._by_name else ""]
            return read.lower in values or any(lower == read.lower for lower, _upper in ranges)
        return any(_inside(inner, read) for inner in ranges)

    def allows_sum(self, read: Read, most: int = 3) -> bool:
        """The same for a sum over some names nobody else knows (a partner's channels)."""
        lowers = {lower for lower, _upper in self.all}
        sums = {sum(chosen) for size in range(1, most + 1) for chosen in combinations(lowers, size)}
        return read.lower in sums


def _left_out(tables: list[Printed]) -> set[str]:
    """Names of a table of two dimensions that do not stand beside every name of the other one."""
    cells = {key for table in tables for key in table.inner() if len(key) == _TWO}
    found: set[str] = set()
    for place in (0, 1):
        others = {key[1 - place] for key in cells}
        beside: dict[str, set[str]] = defaultdict(set)
        for key in cells:
            beside[key[place]].add(key[1 - place])
        for part in [part for part, seen in beside.items() if seen != others]:
            found |= {table.label(table.dimensions[place], part) for table in tables}
    return found


def _names(table: Printed, key: Key) -> set[str]:
    return {
        table.label(dimension, part)
        for dimension, part in zip(table.dimensions, key, strict=True)
        if part != TOTAL
    }


def _together(releases: list[Printed]) -> Iterator[list[Printed]]:
    """Of a running table the newest release, for it holds all; of quarters each, and the last ones as one."""
    quarters = [release for release in releases if "-Q" in release.period]
    for release in quarters or releases[-1:]:
        yield [release]
    for size in range(2, QUARTERS + 1):
        if len(quarters) >= size:
            yield quarters[-size:]


def _cells_and_sums(table: Printed) -> Iterator[tuple[Key, Range]]:
    """Each cell as published, and each sum over a dimension: published, added up, and both at once."""
    sums: dict[Key, list[Shown]] = defaultdict(list)
    places = range(len(table.dimensions))
    for key, shown in table.inner().items():
        yield key, (shown.lower, shown.upper)
        for size in range(1, len(table.dimensions) + 1):
            for step in combinations(places, size):
                sums[tuple(TOTAL if n in step else part for n, part in enumerate(key))].append(shown)
    for key, shown_parts in sums.items():
        added = _sum((shown.lower, shown.upper) for shown in shown_parts)
        told = table.cells.get(key)
        yield key, _both(added, (told.lower, told.upper)) if told else added


def _sum(ranges: Iterable[Range]) -> Range:
    lower, upper = 0, 0
    for low, high in ranges:
        lower += low
        upper = None if upper is None or high is None else upper + high
    return lower, upper


def _both(one: Range, other: Range) -> Range:
    highs = [high for high in (one[1], other[1]) if high is not None]
    return max(one[0], other[0]), min(highs, default=None)


def _inside(inner: Range, read: Read) -> bool:
    return inner[0] >= read.lower and (
        read.upper is None or (inner[1] is not None and inner[1] <= read.upper)
    )
