"""Publishes a running table: everything so far, of which only what moved since the week before is written.

Five years of 50,000 ads on 100 channels are five million figures, of which some thousand move in a week. So
the table is gone through in parts (all cells of some ads, `registry.Source.count_parts`); memory stays small,
and a figure that says what it said before is not written again. What a reader gets is the whole table
(`Release.figures`), the same as if it were written whole every week.
"""

from __future__ import annotations

import datetime
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.protection import settings
from outreach.reach.protection.rounding import Bracket, protect
from outreach.reach.released.figure import TOTAL, Figure, add
from outreach.reach.releases import ledger
from outreach.reach.releases.calendar import Period
from outreach.reach.releases.registry import Key, TableDefinition
from outreach.reach.releases.writing import derived, extent_of, figure, new_release

_COLUMNS = ("one", "two", "three", "value", "lower", "upper", "reason", "pk")
_AT_ONCE = 500
T = TypeVar("T")
Standing = dict[Key, tuple[Bracket, int]]


def drafted(table: TableDefinition, period: Period, now: datetime.datetime) -> Draft | None:
    """What is to be published of everything so far; None: nothing. Nothing is written yet.

    Counting takes minutes in a large city, and nobody else may have to wait for it: only `Draft.publish` runs
    in a transaction. Proof that no week's table tells anything by another: `protection.rounding`.
    """
    parts = table.parts(period)
    first = next(parts, None)
    return None if first is None else Draft(table, period, now, _chained(first, parts))


def _chained(first: Mapping[Key, int], others: Iterator[Mapping[Key, int]]) -> Iterator[Mapping[Key, int]]:
    yield first
    yield from others


class Draft:
    """A release of a running table before it is out: figures new or changed, and what they replace."""

    def __init__(
        self,
        table: TableDefinition,
        period: Period,
        now: datetime.datetime,
        parts: Iterable[Mapping[Key, int]],
    ) -> None:
        self.table, self.size = table, len(table.dimensions)
        runs = Release.objects.filter(table=table.name, until__lt=period.counted_until, running=True)
        self.before = runs.order_by("-until").first()
        self.release = new_release(table, period, now)
        self.release.running = True
        self.release.head_id = self.before.series if self.before else None
        self.seen: set[str] = set()
        self.sums: dict[Key, Bracket] = {}
        self.extent: Tally[str] = Tally()
        self.keys: dict[str, set[str]] = {name: set() for name in table.dimensions}
        self.changed: list[tuple[Key, Bracket]] = []
        self.replaced: list[int] = []
        self.groups: list[str] = []
        self._gather(parts)

    def _gather(self, parts: Iterable[Mapping[Key, int]]) -> None:
        for counts in parts:
            self._part(counts)
        for gone in _batches(sorted(self._standing_keys() - self.seen - {TOTAL})):
            self._cells({}, self._standing(gone))
        self._compare(self.sums, self._standing([TOTAL]))
        self.release.digest = ledger.content_of_running(self.release, self.groups, self.before)
        self.release.labels, self.release.extent = self._labels(), dict(self.extent)

    def publish(self) -> Release:
        """Freeze it and enter it in the book, in the caller's transaction.

        Raises:
            IntegrityError: it was published already.
        """
        self.release.save()
        for some in _batches(self.replaced):
            ReleasedFigure.objects.filter(pk__in=some).end(self.release.until)
        for some in _batches(self.changed):
            ReleasedFigure.objects.bulk_create([figure(self.release, key, shown) for key, shown in some])
        cells, hidden = self.extent["cells"], self.extent["cells_hidden"]
        note = f"{cells} Zahlen, davon {hidden} verborgen; Summen nur aus dem, was zu sehen ist."
        ledger.write_release(self.release, note)
        return self.release

    def _part(self, counts: Mapping[Key, int]) -> None:
        ones = {key[0] for key in counts}
        if ones & self.seen:
            raise ValueError(f"A part of {self.table.name} is cut through a first key.")
        self.seen |= ones
        self._cells(counts, self._standing(ones))

    def _cells(self, counts: Mapping[Key, int], standing: Standing) -> None:
        """Cells of some first keys, and their sums. A cell whose link is gone stays as it was published."""
        cells = {key: old for key, (old, _pk) in standing.items() if TOTAL not in key and key not in counts}
        cells |= self._protected(counts, standing)
        shown = dict(cells)
        for key, bracket in derived(cells, self.table).items():
            if key[0] != TOTAL:
                shown[key] = bracket
            elif key in self.sums:
                self.sums[key] = Bracket(*add([Figure(*self.sums[key]), Figure(*bracket)]))
            else:
                self.sums[key] = bracket
        for name, parts in zip(self.table.dimensions, zip(*cells, strict=True), strict=False):
            self.keys[name].update(parts)
        self.extent["cells"] += len(cells)
        self.extent["cells_hidden"] += sum(bracket.value is None for bracket in cells.values())
        self._compare(shown, standing)

    def _protected(self, counts: Mapping[Key, int], standing: Standing) -> dict[Key, Bracket]:
        rules = settings.current()
        on, threshold = rules.protections, rules.threshold_for(self.table.protection_class)
        found: dict[Key, Bracket] = {}
        same: dict[tuple[int, int], Bracket] = {}  # of tens of thousands of cells few differ
        for key, count in counts.items():
            before = standing[key][0].lower if key in standing else 0
            if (bracket := same.get((count, before))) is None:
                bracket = protect(
                    count, before, rules.base, threshold, primary=on.primary, rounding=on.rounding
                )
                same[count, before] = bracket
            found[key] = bracket
        return found

    def _compare(self, shown: Mapping[Key, Bracket], standing: Standing) -> None:
        """What differs from what stands is to take its place."""
        self.extent.update(extent_of(shown.values()))
        changed: list[tuple[Key, Bracket]] = []
        for key, new in shown.items():
            old = standing.get(key)
            if old is None or old[0] != new:
                changed.append((key, new))
                self.replaced += [old[1]] if old else []
        self.changed += changed
        self.groups += ledger.groups_of(figure(self.release, *one) for one in changed)

    def _standing(self, ones: Iterable[str]) -> Standing:
        """What the release before shows of these first keys, and where it is written."""
        if self.before is None:
            return {}
        rows = ReleasedFigure.objects.filter(series=self.before.series, ended=None, one__in=list(ones))
        size = self.size
        return {row[:size]: (Bracket(*row[3:7]), row[7]) for row in rows.values_list(*_COLUMNS).iterator()}

    def _standing_keys(self) -> set[str]:
        if self.before is None:
            return set()
        rows = ReleasedFigure.objects.filter(series=self.before.series, ended=None)
        return set(rows.order_by().values_list("one", flat=True).distinct())

    def _labels(self) -> dict[str, dict[str, str]]:
        """Names that are new, or differ from those of the release before."""
        known = self.before.names() if self.before else {}
        return {
            name: {key: label for key, label in found.items() if known.get(name, {}).get(key) != label}
            for name, found in self.table.labels(self.keys).items()
        }


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, _AT_ONCE)):
        yield some
