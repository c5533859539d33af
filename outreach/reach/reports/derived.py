"""Tables made of released ones: by partner, or several quarters together. Sums of what was published."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from channels.models import Channel
from outreach.reach.reports.reading import TOTAL, Key, TableLike
from outreach.reach.reports.spans import FigureLike, Span, total

#: A year, so that seasons weigh the same.
QUARTERS = 4


@dataclass(frozen=True)
class Derived:
    """A `TableLike` made of others."""

    name: str
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    method: str
    base: int
    threshold: int
    digest: str
    dimensions: tuple[str, ...]
    cells: Mapping[Key, FigureLike]
    labels: Mapping[str, Mapping[str, str]]
    #: Channels the figures are of, where they are no dimension any more.
    channels: frozenset[str] | None = None


def _like(table: TableLike, **changed) -> Derived:
    same = {name: getattr(table, name, None) for name in Derived.__dataclass_fields__}
    return Derived(**{**same, **changed})


def together(tables: Sequence[TableLike]) -> TableLike | None:
    """Quarters as one table: no ad counts in two of them, so the sums hold. None: nothing was released."""
    if len(tables) < 2:
        return tables[0] if tables else None
    parts: dict[Key, list[Span]] = defaultdict(list)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for table in tables:
        for key, figure in table.cells.items():
            parts[key].append(Span.of(figure))
        for dimension, names in table.labels.items():
            labels[dimension] |= names
    return _like(
        tables[-1],
        first=min(table.first for table in tables),
        cells={key: total(spans) for key, spans in parts.items()},
        labels=labels,
    )


def by_partner(table: TableLike) -> Derived:
    """Channels of one partner as one; the city's own channels are left out."""
    rows = Channel.objects.exclude(partner=None).values_list("pk", "partner", "partner__name")
    partners = {str(channel): str(partner) for channel, partner, _name in rows}
    names = {str(partner): name for _channel, partner, name in rows}
    found = _moved(table, "channel", partners.get)
    dimensions = tuple("partner" if one == "channel" else one for one in table.dimensions)
    place = table.dimensions.index("channel")
    channels = frozenset(key[place] for key in table.cells if key[place] in partners)
    return _like(
        table,
        dimensions=dimensions,
        cells=found,
        labels={**table.labels, "partner": names},
        channels=channels,
    )


def _moved(table: TableLike, dimension: str, place_of: Callable[[str], str | None]) -> dict[Key, Span]:
    """Cells under their new keys; those that have none are left out, and so are sums over the dimension."""
    place = table.dimensions.index(dimension)
    parts: dict[Key, list[Span]] = defaultdict(list)
    for key, figure in table.cells.items():
        moved = place_of(key[place])
        if key[place] != TOTAL and moved is not None:
            parts[*key[:place], moved, *key[place + 1 :]].append(Span.of(figure))
    return {key: total(spans) for key, spans in parts.items()}
