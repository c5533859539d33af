"""One side of the newest release in the order people read it, read only as far as it is shown.

Of 50,000 ads a page shows some hundred. Which groups they form follows from the distinct brackets and how
many keys have each (`Ranking.brackets`), which one index answers alone (`figure_by_bracket`); so nothing is
kept beside the published figures, and nothing can differ from them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import BigIntegerField, CharField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Collate

from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.released.figure import TOTAL, Figure, Key
from outreach.reach.released.reading import COLUMNS, LIVE, named

#: Rows a long list is read in.
_AT_ONCE = 500


class Ranked(NamedTuple):
    """A key, the name shown, and its figure (without the reason)."""

    key: str
    name: str
    figure: Figure


class Bracket(NamedTuple):
    """How many keys have the same figure."""

    figure: Figure
    count: int


@dataclass(frozen=True)
class Ranking:
    """The figures of one dimension where all others are fixed; what they have in common as in `Table`."""

    name: str
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    method: str
    base: int
    threshold: int
    digest: str
    dimensions: tuple[str, ...]
    #: dimension -> key -> name, of what is fixed.
    labels: Mapping[str, Mapping[str, str]]
    #: Distinct figures in the order people read them: the most first.
    brackets: tuple[Bracket, ...]
    #: The fixed channel, if one is.
    channels: frozenset[str] | None
    _release: Release = field(repr=False, compare=False)
    _column: str = field(repr=False, compare=False)
    _figures: QuerySet[ReleasedFigure] = field(repr=False, compare=False)
    #: None are held: `head`, `between` and `having` read them.
    cells: Mapping[Key, Figure] = field(default_factory=dict)

    def head(self, count: int) -> list[Ranked]:
        """The first ones; names break ties (of what is gone, keys)."""
        return list(self._named(self._ordered(self._figures)[:count]))

    def between(self, lowest: int, highest: int) -> Iterator[Ranked]:
        """All whose lower end lies there, in order, some at a time."""
        return self._named(self._ordered(self._figures.filter(lower__range=(lowest, highest))))

    def having(self, figures: Iterable[Figure]) -> list[Ranked]:
        """All with one of these figures, in order."""
        wanted = Q(pk=None)
        for figure in figures:
            wanted |= Q(lower=figure.lower, upper=figure.upper, value=figure.value)
        return list(self._named(self._ordered(self._figures.filter(wanted))))

    @property
    def _dimension(self) -> str:
        return self.dimensions[COLUMNS.index(self._column)]

    def _ordered(self, figures: QuerySet[ReleasedFigure]) -> QuerySet[ReleasedFigure, tuple]:
        """By lower end, then upper end (an open one as if it were the lower one), then name, then key."""
        model, name = LIVE[self._dimension]
        live = model.objects.filter(pk=Cast(OuterRef(self._column), BigIntegerField())).order_by()
        rows = figures.annotate(live=Subquery(live.values(name)[:1], output_field=CharField()))
        code_points = "C" if connection.vendor == "postgresql" else "BINARY"
        by_name = Collate(Coalesce("live", self._column), code_points)
        rows = rows.order_by("-lower", Coalesce("upper", "lower").desc(), by_name, self._column)
        return rows.values_list(self._column, "live", "value", "lower", "upper")

    def _named(self, rows: QuerySet[ReleasedFigure, tuple]) -> Iterator[Ranked]:
        """With present names, or the frozen one of what is gone."""
        frozen: Mapping[str, str] | None = None
        for key, live, *figure in rows.iterator(chunk_size=_AT_ONCE):
            if live is None and frozen is None:
                frozen = self._release.names().get(self._dimension, {})
            yield Ranked(key, live if live is not None else (frozen or {}).get(key, key), Figure(*figure))


def ranking(name: str, dimension: str, **where: str) -> Ranking | None:
    """The newest release of a table: one dimension, all others fixed. None: it was never released.

    >>> ranking("posting-channel", "posting", channel="12")

    A fixed key can be `TOTAL`. Raises KeyError for a dimension the table does not have.
    """
    release = newest(name)
    if release is None:
        return None
    columns = dict(zip(release.dimensions, COLUMNS, strict=False))
    column = columns[dimension]
    fixed = {columns[other]: key for other, key in where.items()}
    figures = release.figures_of_newest.filter(**fixed).exclude(**{column: TOTAL})
    channel = where.get("channel", TOTAL)
    return Ranking(
        **common(release),
        labels=named(release, {other: {key} - {TOTAL} for other, key in where.items()}),
        brackets=_brackets(figures),
        channels=None if channel == TOTAL else frozenset({channel}),
        _release=release,
        _column=column,
        _figures=figures,
    )


def newest(name: str) -> Release | None:
    """The newest release of a table, without its names."""
    return Release.objects.filter(table=name).order_by("-until", "-first").defer("labels").first()


def common(release: Release) -> dict[str, Any]:
    """What a ranking says of its release."""
    return {
        "name": release.table,
        "first": release.first,
        "last": release.last_day,
        "released_at": release.released_at,
        "method": release.method,
        "base": release.base,
        "threshold": release.threshold,
        "digest": release.digest,
        "dimensions": tuple(release.dimensions),
    }


def _brackets(figures: QuerySet[ReleasedFigure]) -> tuple[Bracket, ...]:
    rows = figures.order_by().values_list("lower", "upper", "value").annotate(count=Count(F("lower")))
    found = [Bracket(Figure(value, lower, upper), count) for lower, upper, value, count in rows]
    return tuple(sorted(found, key=lambda bracket: order(bracket.figure)))


def order(figure: Figure) -> tuple[int, int, bool]:
    """The most first, as `Ranking` orders its rows."""
    _value, lower, upper, _reason = figure
    return (-lower, -(lower if upper is None else upper), figure.hidden)
