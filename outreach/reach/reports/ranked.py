"""The groups of a long list (`groups.groups`) without reading it: their limits follow from its brackets.

A group lies wholly above the next one, also in what was published. So groups follow each other in the one
order of a `released.Ranking`, and each is a range of lower ends in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from outreach.reach.released import Ranking
from outreach.reach.reports.document import Sheet
from outreach.reach.reports.groups import Entry
from outreach.reach.reports.sentences import NAMED, Standing
from outreach.reach.reports.spans import Span, with_chance

#: Rows that are read at once: as many as a page shows.
HEAD = Sheet.on_page


class Limits(NamedTuple):
    """A group: its place in the whole list, and the lower ends it goes to and from."""

    start: int
    count: int
    lowest: int
    highest: int


class LongList(Sequence[Sequence[Entry]]):
    """The groups of a ranking, from most to least."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._groups = [Group(self, limits) for limits in _limits(ranking)]

    def __len__(self) -> int:
        return len(self._groups)

    def __getitem__(self, place: Any) -> Any:
        return self._groups[place]

    @cached_property
    def head(self) -> list[Entry]:
        """The first entries of the whole list."""
        return [_entry(*row) for row in self.ranking.head(HEAD)]

    @property
    def one_number(self) -> bool:
        """Whether any figure was published as one number."""
        return any(not bracket.figure.hidden for bracket in self.ranking.brackets)

    def standing(self) -> Standing:
        """As `sentences.standing` finds it in all entries."""
        everyone = sum(bracket.count for bracket in self.ranking.brackets)
        best = self.head[0] if everyone and self.head[0].span.known else None
        if best is None:
            return Standing(None, max(everyone - 1, 0), 0, ())
        floor = with_chance(best.span)[0]
        near = [
            bracket for bracket in self.ranking.brackets if with_chance(Span.of(bracket.figure))[1] >= floor
        ]
        rivals = sum(bracket.count for bracket in near) - 1
        names: tuple[str, ...] = ()
        if 0 < rivals <= NAMED:
            rows = self.ranking.having(bracket.figure for bracket in near)
            names = tuple(row.name for row in rows if row.key != best.key)
        return Standing(best, everyone - 1, rivals, names)


@dataclass(frozen=True)
class Group(Sequence[Entry]):
    """One group: the first rows at once, all others while they are gone through."""

    whole: LongList
    limits: Limits

    def __len__(self) -> int:
        return self.limits.count

    def __iter__(self) -> Iterator[Entry]:
        for row in self.whole.ranking.between(self.limits.lowest, self.limits.highest):
            yield _entry(*row)

    def __getitem__(self, place: Any) -> Any:
        if not isinstance(place, slice):
            return self[place : place + 1 or None][0]
        start, stop, step = place.indices(self.limits.count)
        if stop <= start:
            return ()
        if self.limits.start + stop <= HEAD:
            first = self.limits.start
            return tuple(self.whole.head[first + start : first + stop : step])
        return tuple(islice(self, start, stop, step))


def _entry(key: str, name: str, figure: Any) -> Entry:
    return Entry(name, Span.of(figure), key)


def _limits(ranking: Ranking) -> list[Limits]:
    """Everyone in a group lies above everyone in the next one, chance included."""
    found: list[list[Any]] = []
    floor = 0.0
    spans = [(Span.of(bracket.figure), bracket.count) for bracket in ranking.brackets]
    for span, count in sorted(spans, key=lambda one: with_chance(one[0])[1], reverse=True):
        lower, upper = with_chance(span)
        if not found or upper < floor:
            found.append([])
            floor = lower
        found[-1].append((span.lower, count))
        floor = min(floor, lower)
    made: list[Limits] = []
    for group in found:
        lowers = [lower for lower, _count in group]
        start = made[-1].start + made[-1].count if made else 0
        made.append(Limits(start, sum(count for _lower, count in group), min(lowers), max(lowers)))
    return made
