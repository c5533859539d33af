"""How often links were opened, by what a table is made of. Only for releases: nothing is protected here."""

from __future__ import annotations

import datetime
from collections import Counter as Tally
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models import Sum as SumOf
from django.db.models.functions import Coalesce, TruncMonth

from outreach.reach.models import Counter
from outreach.reach.opening.kinds import OPENINGS, Kind
from outreach.reach.rollups.filing import EVENT, file_postings
from outreach.reach.rollups.models import MonthCount, Rollup
from outreach.reach.rollups.periods import first_of, last_of

#: What can be counted by. "posting" and "event" are None for links to the other one.
DIMENSIONS = ("posting", "event", "channel", "family", "language", "medium", "kind", "month")
_OF_LINKS = {
    "posting": "link__posting", "event": "link__event", "channel": "link__channel",
    "family": "filed", "language": "link__language",
    "medium": "medium", "kind": "kind", "month": "month",
}  # fmt: skip
_OF_ROLLUPS = {name: name for name in DIMENSIONS if name not in ("posting", "event")}

Key = tuple[Any, ...]


class TooFine(ValueError):  # noqa: N818  (it reads as what it is)
    """The period cuts through a month whose days have been thrown away."""


def openings(
    dimensions: Sequence[str],
    first: datetime.date | None,
    last: datetime.date,
    kinds: Iterable[str] = OPENINGS,
    *,
    events: bool = True,
    postings: Collection[int] | None = None,
) -> dict[Key, int]:
    """True counts from `first` (None: from the beginning) to `last`, both included.

    Keys are tuples in the order of `dimensions` (ids for posting, event, channel; the month's first day;
    else the stored word). What was never opened is not in it. `events=False` leaves links to events out,
    `postings` all but those ads (at most some thousand).
    Raises `TooFine` for a period that cannot be told any more, `ValueError` for an unknown dimension.

    >>> openings(("channel", "month"), date(2026, 7, 1), date(2026, 9, 30))
    {(3, date(2026, 7, 1)): 120, ...}
    """
    if unknown := set(dimensions) - set(DIMENSIONS):
        raise ValueError(f"No such dimension: {', '.join(sorted(unknown))}. Known: {', '.join(DIMENSIONS)}.")
    _refuse(first, last)
    if "family" in dimensions:
        file_postings()
    fine = "posting" in dimensions or "event" in dimensions or postings is not None
    months = MonthCount.objects.annotate(filed=_filed()) if fine else Rollup.objects.all()
    if not events:
        months = months.filter(link__event=None) if fine else months.exclude(family=EVENT)
    months = months.filter(month__lte=last, **({"month__gte": first_of(first)} if first else {}))
    days = Counter.objects.filter(slot__lte=last, **({"slot__gte": first} if first else {}))
    days = days.annotate(filed=_filed(), month=TruncMonth("slot"))
    if not events:
        days = days.filter(link__event=None)
    if postings is not None:
        months, days = (rows.filter(link__posting__in=list(postings)) for rows in (months, days))
    counted: Tally[Key] = Tally()
    for rows, names in ((months, _OF_LINKS if fine else _OF_ROLLUPS), (days, _OF_LINKS)):
        for *key, total in _sums(rows.filter(kind__in=list(kinds)), [names[name] for name in dimensions]):
            counted[tuple(key)] += total
    return dict(counted)


def _filed() -> Coalesce:
    return Coalesce("link__posting__filing__family", Value(EVENT))


def _sums(rows: QuerySet[Any], columns: list[str]) -> Iterable[tuple[Any, ...]]:
    named = {f"by_{number}": F(column) for number, column in enumerate(columns)}
    if not columns:
        total = rows.aggregate(sum=SumOf("total"))["sum"]
        return [(total,)] if total else []
    return rows.order_by().values(**named).annotate(sum=SumOf("total")).values_list(*named, "sum")


def _refuse(first: datetime.date | None, last: datetime.date) -> None:
    """The ends of a period must be known to the day."""
    if first and first > last:
        raise TooFine(f"{first} comes after {last}.")
    cut = Q()
    if first and first != first_of(first):
        cut |= Q(month=first_of(first))
    if last != last_of(last):
        cut |= Q(month=first_of(last))
    if cut and MonthCount.objects.filter(cut).exists():
        raise TooFine(f"The days between {first} and {last} have been summed up; whole months are left.")


def kinds(first: datetime.date | None, last: datetime.date) -> dict[str, int]:
    """How many retrievals of each kind, for the share that is uncertain."""
    counted = openings(("kind",), first, last, Kind.values)
    return {kind: counted.get((kind,), 0) for kind in Kind.values}


def implausible(dimensions: Sequence[str], first: datetime.date | None, last: datetime.date) -> set[Key]:
    """The keys that saw more openings at once than people make. A figure with such a key says so."""
    return set(openings(dimensions, first, last, (Kind.BURST,)))
