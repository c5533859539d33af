"""Several lists of the newest release as one: the ads of all of a partner's channels, summed.

Which sum an ad has depends on every list, so every figure has to be read. Of 50,000 ads few figures differ:
the index `figure_by_bracket` gives each of them once with all its keys, and the sums are made as columns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

import numpy
from django.db.models import Aggregate, CharField

from outreach.reach.released.figure import TOTAL, Figure
from outreach.reach.released.ranking import Bracket, Ranked, Ranking, common, newest, order
from outreach.reach.released.reading import COLUMNS, named

#: In a column of numbers: there is none.
_NONE = -1


class _Keys(Aggregate):
    """All of them in one text, with commas between."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s, ',')", **context)


@dataclass(frozen=True)
class Sums:
    """Columns of one length: a key and its figure per place."""

    keys: numpy.ndarray
    lower: numpy.ndarray
    upper: numpy.ndarray
    value: numpy.ndarray

    def figure(self, place: int) -> Figure:
        value, upper = (
            None if column[place] == _NONE else int(column[place]) for column in (self.value, self.upper)
        )
        return Figure(value, int(self.lower[place]), upper)

    @property
    def high(self) -> numpy.ndarray:
        """The upper end, or the lower one where none is known."""
        return numpy.where(self.upper == _NONE, self.lower, self.upper)


@dataclass(frozen=True)
class Joined(Ranking):
    """A ranking of sums: the same questions, answered from its columns."""

    _sums: Sums = field(kw_only=True, repr=False, compare=False)

    def head(self, count: int) -> list[Ranked]:
        """The first ones; names break ties."""
        sums = self._sums
        if count < len(sums.keys):
            last = numpy.lexsort((sums.high, sums.lower))[-count]
            above = sums.lower > sums.lower[last]
            chosen = above | ((sums.lower == sums.lower[last]) & (sums.high >= sums.high[last]))
        else:
            chosen = numpy.ones(len(sums.keys), dtype=bool)
        return list(islice(self._rows(chosen), count))

    def between(self, lowest: int, highest: int) -> Iterator[Ranked]:
        """All whose lower end lies there, in order."""
        return self._rows((self._sums.lower >= lowest) & (self._sums.lower <= highest))

    def having(self, figures: Iterable[Figure]) -> list[Ranked]:
        """All with one of these figures, in order."""
        sums, chosen = self._sums, numpy.zeros(len(self._sums.keys), dtype=bool)
        for figure in figures:
            value = _NONE if figure.value is None else figure.value
            upper = _NONE if figure.upper is None else figure.upper
            chosen |= (sums.lower == figure.lower) & (sums.upper == upper) & (sums.value == value)
        return list(self._rows(chosen))

    def _rows(self, chosen: numpy.ndarray) -> Iterator[Ranked]:
        """In order; made while they are gone through."""
        sums = self._sums
        places = numpy.flatnonzero(chosen)
        places = places[numpy.lexsort((sums.high[places], sums.lower[places]))[::-1]]
        names = named(self._release, {self._dimension: {str(key) for key in sums.keys[places]}})
        told = names[self._dimension]
        for _ends, same in groupby(places, lambda place: (sums.lower[place], sums.high[place])):
            keys = ((str(sums.keys[place]), place) for place in same)
            yield from sorted(
                (Ranked(key, told.get(key, key), sums.figure(place)) for key, place in keys),
                key=lambda row: (row.name, row.key),
            )


def joined(name: str, dimension: str, over: str, keys: Collection[str]) -> Joined | None:
    """The newest release of a table: one dimension, summed over some keys of another. None: there is none.

    >>> joined("posting-channel", "posting", over="channel", keys=["12", "13"])

    The dimension's keys must be numbers. What lies in one of the lists alone keeps the figure it has there.
    """
    release = newest(name)
    if release is None:
        return None
    columns = dict(zip(release.dimensions, COLUMNS, strict=False))
    column, other = columns[dimension], columns[over]
    figures = release.figures_of_newest.filter(**{f"{other}__in": keys}).exclude(**{column: TOTAL})
    rows = figures.order_by().values_list(other, "lower", "upper", "value").annotate(keys=_Keys(column))
    found = list(rows)
    sums = _sums([row[1:] for row in found])
    return Joined(
        **common(release),
        labels=named(release, {over: set(keys)}),
        brackets=_brackets(sums),
        channels=frozenset(row[0] for row in found) if over == "channel" else None,
        _release=release,
        _column=column,
        _figures=figures,
        _sums=sums,
    )


def _sums(rows: list[tuple[int, int | None, int | None, str]]) -> Sums:
    """Of (lower, upper, value, "12,13,…")."""
    several = [numpy.fromstring(keys, dtype=numpy.int64, sep=",") for *_figure, keys in rows]
    sizes = [len(some) for some in several]
    if not sizes:
        return Sums(*(numpy.zeros(0, dtype=numpy.int64) for _column in range(4)))
    keys, place = numpy.unique(numpy.concatenate(several), return_inverse=True)

    count = numpy.bincount(place)

    def summed(numbers: tuple[int | None, ...]) -> numpy.ndarray:
        """Per key; where one of its numbers is not known, there is no sum."""
        total = numpy.zeros(len(keys), dtype=numpy.int64)
        numpy.add.at(total, place, numpy.repeat([number or 0 for number in numbers], sizes))
        known = numpy.bincount(place, weights=numpy.repeat([number is not None for number in numbers], sizes))
        return numpy.where(known < count, _NONE, total)

    lower, upper, value = (summed(column) for column in zip(*(row[:3] for row in rows), strict=True))
    return Sums(keys, lower, upper, numpy.where(count > 1, _NONE, value))  # a sum was never published


def _brackets(sums: Sums) -> tuple[Bracket, ...]:
    if not len(sums.keys):
        return ()
    columns = numpy.stack([sums.lower, sums.upper, sums.value])
    _distinct, first, counts = numpy.unique(columns, axis=1, return_index=True, return_counts=True)
    found = [Bracket(sums.figure(place), int(count)) for place, count in zip(first, counts, strict=True)]
    return tuple(sorted(found, key=lambda bracket: order(bracket.figure)))
