"""Protects the cells of one table and writes them down."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.protection import settings
from outreach.reach.protection.rounding import DOMINATED, PROTECTS, Bracket
from outreach.reach.released.figure import TOTAL
from outreach.reach.releases import ledger
from outreach.reach.releases.calendar import Period
from outreach.reach.releases.registry import Key, TableDefinition


def write(
    table: TableDefinition,
    period: Period,
    cells: Mapping[Key, Bracket],
    now: datetime.datetime,
    *,
    method: str = "rounding",
    spent: float = 0,
    note: str = "",
) -> Release:
    """Freeze protected cells and sums of what is shown, and enter them in the book."""
    shown = {**cells, **derived(cells, table)}
    release = new_release(table, period, now)
    release.method, release.spent = method, spent
    release.labels, release.extent = _labels(table, cells), extent_of(shown.values())
    figures = [figure(release, key, bracket) for key, bracket in shown.items()]
    release.digest = ledger.content_of(release, figures)
    release.save()
    ReleasedFigure.objects.bulk_create(figures, batch_size=500)
    ledger.write_release(release, note)
    return release


def new_release(table: TableDefinition, period: Period, now: datetime.datetime) -> Release:
    """An unsaved release by the rules in force, without figures."""
    rules = settings.current()
    return Release(
        table=table.name,
        period=period.name,
        first=period.first,
        until=period.counted_until,
        measure=table.measure,
        protection_class=table.protection_class,
        dimensions=list(table.dimensions),
        method="rounding",
        base=rules.base if rules.protections.rounding else 1,
        threshold=rules.threshold_for(table.protection_class),
        released_at=now,
    )


def extent_of(brackets: Iterable[Bracket]) -> dict[str, int]:
    """How many figures a table has, and how many are hidden or coarser than asked, by reason."""
    found = {"figures": 0, "hidden": 0, PROTECTS: 0, DOMINATED: 0}
    for bracket in brackets:
        found["figures"] += 1
        found["hidden"] += bracket.value is None
        if bracket.reason in (PROTECTS, DOMINATED):
            found[bracket.reason] += 1
    return found


def derived(cells: Mapping[Key, Bracket], table: TableDefinition) -> dict[Key, Bracket]:
    """Sums of what is shown, over each derived dimension and over all: `*` in the key."""
    sums: dict[Key, _Sum] = {}
    places = [table.dimensions.index(name) for name in table.derived]
    steps = [(place,) for place in places] + ([tuple(places)] if len(places) > 1 else [])
    for key, bracket in cells.items():
        for step in steps:
            sum_key = key
            for place in step:
                sum_key = (*sum_key[:place], TOTAL, *sum_key[place + 1 :])
            if (found := sums.get(sum_key)) is not None:
                found.add(bracket)
            elif sum_key not in cells:
                sums[sum_key] = _Sum(bracket)
    return {key: found.bracket() for key, found in sums.items()}


class _Sum:
    """`released.add`, one figure after the other: of millions none is kept."""

    __slots__ = ("lower", "shown", "upper")

    def __init__(self, first: Bracket) -> None:
        self.lower, self.upper, self.shown = first.lower, first.upper, first.value is not None

    def add(self, more: Bracket) -> None:
        value, lower, upper, _reason = more
        self.lower += lower
        self.upper = None if self.upper is None or upper is None else self.upper + upper
        self.shown = self.shown or value is not None

    def bracket(self) -> Bracket:
        return Bracket(self.lower if self.shown else None, self.lower, self.upper)


def _labels(table: TableDefinition, cells: Iterable[Key]) -> dict[str, dict[str, str]]:
    keys = {name: {key[place] for key in cells} - {TOTAL} for place, name in enumerate(table.dimensions)}
    return {name: dict(found) for name, found in table.labels(keys).items()}


def figure(release: Release, key: Key, bracket: Bracket) -> ReleasedFigure:
    """An unsaved figure of a release. Its series is known once the release is saved."""
    one, two, three = (*key, "", "")[:3]
    return ReleasedFigure(
        release=release,
        series_id=release.series if release.running else None,
        one=one,
        two=two,
        three=three,
        value=bracket.value,
        lower=bracket.lower,
        upper=bracket.upper,
        reason=bracket.reason,
    )
