"""Released tables out of the database."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from channels.models import Channel
from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.released.figure import TOTAL, Figure, Key, Table
from postings.models import Event, Posting

COLUMNS = ("one", "two", "three")
_FEW = 500  # more keys than that are looked up all at once
LIVE = {"posting": (Posting, "title"), "channel": (Channel, "name"), "event": (Event, "title")}


def names() -> tuple[str, ...]:
    """Every table that was released at least once, in alphabetical order."""
    return tuple(Release.objects.order_by("table").values_list("table", flat=True).distinct())


def latest(name: str, **where: str) -> Table | None:
    """The newest release of a table, or None. `where` picks cells: `latest("posting-channel", posting="12")`.

    Raises:
        KeyError: the table has no such dimension.
    """
    release = Release.objects.filter(table=name).order_by("-until", "-first").defer("labels").first()
    return _table(release, where, newest=True) if release else None


def periods(name: str) -> list[str]:
    """The periods a table was released for, the oldest first; no figures are read."""
    return list(
        Release.objects.filter(table=name).order_by("until", "first").values_list("period", flat=True)
    )


def history(
    name: str,
    *,
    since: datetime.date | None = None,
    periods: Iterable[str] | None = None,
    newest: int | None = None,
    **where: str,
) -> list[Table]:
    """Every release of a table, the oldest first; with `since` only those whose period ends on or after it.

    `periods`: only these; `newest`: only so many, the newest. Raises KeyError if the table has no such
    dimension.
    """
    releases = Release.objects.filter(table=name).order_by("-until", "-first").defer("labels")
    if periods is not None:
        releases = releases.filter(period__in=list(periods))
    if since is not None:
        releases = releases.filter(until__gt=since)
    return [_table(release, where) for release in reversed(releases[:newest])]


class Entry(NamedTuple):
    """That a table was released, without its figures."""

    name: str
    period: str
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    digest: str


def releases() -> list[Entry]:
    """Every release of every table, the oldest first."""
    rows = Release.objects.order_by("until", "first", "table").defer("labels")
    return [
        Entry(row.table, row.period, row.first, row.last_day, row.released_at, row.digest) for row in rows
    ]


def as_published(name: str, period: str) -> Table | None:
    """One release with the names of that day: the same for ever, whatever is renamed later."""
    release = Release.objects.filter(table=name, period=period).first()
    if release is None:
        return None
    table = _table(release, {})
    names = release.names()
    return replace(table, labels={key: dict(names.get(key, {})) for key in table.dimensions})


def of_day(name: str, last: datetime.date) -> Table | None:
    """The release of a table that counts up to that day, or None."""
    release = release_of(name, last)
    return _table(release, {}) if release else None


def release_of(name: str, last: datetime.date) -> Release | None:
    """The same, not yet read."""
    return Release.objects.filter(table=name, until=last + datetime.timedelta(days=1)).first()


class Extent(NamedTuple):
    """How much of a table's newest release is shown."""

    name: str
    period: str
    last: datetime.date
    method: str
    figures: int
    #: No number is shown at all.
    hidden: int
    #: Of all: how many are coarser than the base or hidden so that they tell no other figure.
    protects: int
    #: Of all: how many are hidden because one ad makes up nearly all of them.
    dominated: int


def extents() -> list[Extent]:
    """One line per table, by name; as it was counted when the table was released."""
    found = []
    for name in names():
        release = Release.objects.filter(table=name).order_by("-until", "-first").defer("labels")[0]
        told = release.extent or counted_extent(release)
        tally = {word: told[word] for word in ("figures", "hidden", "protects", "dominated")}
        found.append(Extent(name, release.period, release.last_day, release.method, **tally))
    return found


def counted_extent(release: Release) -> dict[str, int]:
    """The same, counted in the database: some seconds for millions of figures."""
    return release.figures.aggregate(
        figures=Count("pk"),
        hidden=Count("pk", filter=Q(value=None)),
        protects=Count("pk", filter=Q(reason="protects")),
        dominated=Count("pk", filter=Q(reason="dominated")),
    )


def _table(release: Release, where: dict[str, str], *, newest: bool = False) -> Table:
    dimensions = tuple(release.dimensions)
    columns = dict(zip(dimensions, COLUMNS, strict=False))
    figures = release.figures_of_newest if newest else release.figures
    figures = figures.filter(**{columns[name]: key for name, key in where.items()})
    cells = _cells(figures, len(dimensions))
    keys = {name: {key[place] for key in cells} for place, name in enumerate(dimensions)}
    return described(release, cells, keys)


def described(release: Release, cells: dict[Key, Figure], keys: dict[str, set[str]]) -> Table:
    """What all figures of a release have in common, with these cells and the names of these keys."""
    return Table(
        name=release.table,
        measure=release.measure,
        protection_class=release.protection_class,
        period=release.period,
        first=release.first,
        last=release.last_day,
        released_at=release.released_at,
        method=release.method,
        base=release.base,
        threshold=release.threshold,
        digest=release.digest,
        dimensions=tuple(release.dimensions),
        cells=cells,
        labels=named(release, keys),
    )


def _cells(figures: QuerySet[ReleasedFigure], size: int) -> dict[Key, Figure]:
    rows = figures.order_by("pk").values_list(*COLUMNS[:size], "value", "lower", "upper", "reason")
    return {tuple(row[:size]): Figure(*row[size:]) for row in rows}


def named(release: Release, keys: dict[str, set[str]]) -> dict[str, dict[str, str]]:
    """Present names of what still exists (an ad's title may have been corrected), else the frozen ones."""
    found = {name: _live(name, several - {TOTAL}) for name, several in keys.items()}
    if any(several - found[name].keys() - {TOTAL} for name, several in keys.items()):
        frozen = release.names()
        for name, several in keys.items():
            old = {key: label for key, label in frozen.get(name, {}).items() if key in several}
            found[name] = old | found[name]
    return found


def _live(dimension: str, keys: set[str]) -> dict[str, str]:
    if not keys or dimension not in LIVE:
        return {}
    model, field = LIVE[dimension]
    rows = model.objects.order_by().values_list("pk", field)
    if len(keys) < _FEW:
        rows = rows.filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    return {str(pk): name for pk, name in rows if str(pk) in keys}
