"""Tables as `outreach.reach.released` gives them, cut for reports: one subject's cells, totals, labels."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from channels.routing.languages import name_in
from outreach.reach.opening import devices
from outreach.reach.reports import plausibility
from outreach.reach.reports.document import Basis
from outreach.reach.reports.groups import Entry
from outreach.reach.reports.spans import FigureLike, Span, total
from postings import families

#: In a key: all of this dimension.
TOTAL = "*"
Key = tuple[str, ...]


class TableLike(Protocol):
    """A released table (`outreach.reach.released.Table`)."""

    @property
    def name(self) -> str: ...
    @property
    def first(self) -> datetime.date: ...
    @property
    def last(self) -> datetime.date: ...
    @property
    def released_at(self) -> datetime.datetime: ...
    @property
    def method(self) -> str: ...
    @property
    def base(self) -> int: ...
    @property
    def threshold(self) -> int: ...
    @property
    def digest(self) -> str: ...
    @property
    def dimensions(self) -> tuple[str, ...]: ...
    @property
    def cells(self) -> Mapping[Key, FigureLike]: ...
    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]: ...


def basis(table: TableLike, unit: str | None = None, quarter: str = "") -> Basis:
    """What all figures of a table have in common; `quarter`: they are about the ads of this one alone."""
    return Basis(
        unit=unit or openings(),
        first=table.first,
        last=table.last,
        released_at=table.released_at,
        threshold=table.threshold,
        method=table.method,
        base=table.base,
        digest=table.digest,
        marks=plausibility.of(table, quarter),
        of_ads=plausibility.is_of_ads(table),
    )


def openings() -> str:
    """What is counted, and what is not."""
    return _("Aufrufe von Links und QR-Codes, nicht Menschen: Wer zweimal öffnet, zählt zweimal.")


def entries(table: TableLike, dimension: str, given: Mapping[str, str] | None = None) -> list[Entry]:
    """One entry per key of a dimension: published totals, narrowed by their parts.

    `given` fixes dimensions ({"family": "care"}); every other one is summed.
    """
    place = table.dimensions.index(dimension)
    wanted = [(given or {}).get(name, TOTAL) for name in table.dimensions]
    parts: dict[str, list[Span]] = defaultdict(list)
    published: dict[str, Span] = {}
    for key, figure in table.cells.items():
        one = key[place]
        if one == TOTAL:
            continue
        wanted[place] = one
        if TOTAL not in key and _inside(key, wanted):
            parts[one].append(Span.of(figure))
        if key == tuple(wanted):
            published[one] = Span.of(figure)
    return [
        Entry(label(table, dimension, key), _narrowed(published.get(key), parts.get(key, [])), key)
        for key in keys(table, dimension)
        if key in published or key in parts
    ]


def _narrowed(published: Span | None, parts: list[Span]) -> Span:
    if published is None:
        return total(parts)
    return published.within(total(parts)) if parts else published


def keys(table: TableLike, dimension: str) -> list[str]:
    """Every key of a dimension in the order of its labels, without the total."""
    place = table.dimensions.index(dimension)
    found = {key[place] for key in table.cells} - {TOTAL}
    return sorted(found, key=lambda key: label(table, dimension, key).casefold())


def _inside(key: Key, wanted: Sequence[str]) -> bool:
    """Whether an inner cell (no total) belongs to the wanted sum."""
    return all(want in (TOTAL, one) for one, want in zip(key, wanted, strict=True))


def label(table: TableLike, dimension: str, key: str) -> str:
    """The name people read, in their language where we have one."""
    if dimension == "family":
        return families.name_of(key)
    if dimension == "device":
        return devices.name(key)
    if dimension == "language":
        return name_in(key, get_language() or "de")
    name = table.labels.get(dimension, {}).get(key, key)
    return gettext(name) if dimension in _WORDS and name else name


#: Dimensions whose labels are words of ours, not names people gave.
_WORDS = frozenset({"kind", "medium", "step"})
