"""The book of everything released (and held back): append only, each entry chained to the one before by its
hash.

Whoever notes one digest can prove later that no figure was changed, left out or put between. The book is also
what new tables are checked against (`outreach.reach.releases.quarters`).
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Window
from django.db.models.functions import Lead

from outreach.reach.models import LedgerEntry, Release, ReleasedFigure

#: What the first entry is chained to.
START = "0" * 64


def content_of(release: Release, figures: Iterable[ReleasedFigure]) -> str:
    """SHA-256 of a table as published, over canonical JSON; the order of the figures does not matter."""
    return _hashed(_facts(release) | {"figures": _rows(figures)})


def content_of_running(release: Release, groups: Iterable[str], before: Release | None) -> str:
    """The same for a running table: what is new or changed in it, chained to the release before.

    Whoever has two releases has the rows that differ, and can work it out: `groups_of` these rows.
    """
    chain = before.digest if before else START
    return _hashed(_facts(release) | {"before": chain, "groups": sorted(groups)})


def groups_of(figures: Iterable[ReleasedFigure]) -> list[str]:
    """SHA-256 of the rows of each first key: a table of millions is never sorted whole."""
    groups: dict[str, list[ReleasedFigure]] = {}
    for figure in figures:
        groups.setdefault(figure.one, []).append(figure)
    return [_hashed(_rows(group)) for group in groups.values()]


def _rows(figures: Iterable[ReleasedFigure]) -> list[list[Any]]:
    return sorted([f.one, f.two, f.three, f.value, f.lower, f.upper, f.reason] for f in figures)


def _hashed(facts: Any) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _facts(release: Release) -> dict[str, Any]:
    facts: dict[str, Any] = {
        name: getattr(release, name)
        for name in (
            "table", "period", "measure", "protection_class", "dimensions", "method", "base", "threshold",
            "spent"
        )
    }  # fmt: skip
    facts["spent"] = float(release.spent)
    return facts | {"first": str(release.first), "until": str(release.until)}


def write_release(release: Release, note: str = "") -> LedgerEntry:
    """Enter a released table. Raises IntegrityError if another process wrote an entry at the same moment."""
    return _write(LedgerEntry.Kind.RELEASED, release.table, release.until, release.digest, note)


def write_held(table: str, until: datetime.date, why: str) -> LedgerEntry:
    """Enter that a table was held back, and why; the same thing is entered once."""
    same = LedgerEntry.objects.filter(kind=LedgerEntry.Kind.HELD, table=table, until=until, note=why).first()
    return same or _write(LedgerEntry.Kind.HELD, table, until, "", why)


def _write(kind: str, table: str, until: datetime.date, content: str, note: str) -> LedgerEntry:
    last = LedgerEntry.objects.first()
    entry = LedgerEntry(
        number=last.number + 1 if last else 1,
        kind=kind,
        table=table,
        until=until,
        content=content,
        note=note[:500],
        previous=last.digest if last else START,
    )
    entry.digest = _digest(entry)
    entry.save()
    return entry


def _digest(entry: LedgerEntry) -> str:
    facts = [
        entry.number,
        entry.kind,
        entry.table,
        str(entry.until),
        entry.content,
        entry.note,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(facts, separators=(",", ":")).encode()).hexdigest()


def breaks() -> list[str]:
    """Where the chain of the book does not hold, in German; empty if it does. Cheap: entries alone."""
    found, previous = [], START
    for number, entry in enumerate(LedgerEntry.objects.order_by("number"), start=1):
        if (entry.number, entry.previous, entry.digest) != (number, previous, _digest(entry)):
            found.append(f"Eintrag {entry.number} passt nicht zum Eintrag davor.")
        previous = entry.digest
    return found


def problems() -> list[str]:
    """What does not fit together in the book and the released tables, in German; empty if all is well.

    Adds up every released figure again: some seconds per year of reports.
    """
    found = breaks()
    entries = list(LedgerEntry.objects.order_by("number"))
    booked = {(entry.table, entry.until, entry.content) for entry in entries if entry.content}
    for release in Release.objects.order_by("until", "pk"):
        content = _content_again(release)
        if content != release.digest or (release.table, release.until, content) not in booked:
            found.append(f"Tabelle {release} stimmt nicht mit dem Buch überein.")
    if _misplaced():
        found.append("In einer laufenden Tabelle gilt eine Zahl zu kurz oder zu lange.")
    if len(booked) != Release.objects.count():
        found.append("Im Buch stehen andere Tabellen als die veröffentlichten.")
    return found


def _content_again(release: Release) -> str:
    """A table's digest, from what is in the database now."""
    if not release.running:
        return content_of(release, release.figures)
    earlier = Release.objects.filter(table=release.table, running=True, until__lt=release.until)
    rows = release.written.order_by("one").iterator()
    groups = [digest for _one, group in groupby(rows, key=attrgetter("one")) for digest in groups_of(group)]
    return content_of_running(release, groups, earlier.order_by("-until").first())


def _misplaced() -> bool:
    """Whether a figure of a running table ends when no other takes its place, or stands beside one."""
    following = Window(
        Lead("release__until"), partition_by=["series", "one", "two", "three"], order_by="release__until"
    )
    rows = ReleasedFigure.objects.exclude(series=None).annotate(next=following)
    return any(ended != after for ended, after in rows.values_list("ended", "next").iterator())
