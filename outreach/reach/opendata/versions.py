"""Which released tables are open, in which versions, and their files: the same bytes for ever.

A version is named by its period and the digest of the release ("2026-Q3-1f3a9c07"). A release never changes,
and the files hold the names of its day; so what was fetched once can be fetched again and compared.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
from functools import lru_cache
from typing import NamedTuple

from outreach.reach import released
from outreach.reach.opendata.configuration import open_data
from outreach.reach.released import TOTAL, Figure, Key, Table
from outreach.reach.releases import registry

CHANNEL = "channel"
FORMS = ("csv", "json")
_DIGEST = 8


class Version(NamedTuple):
    """One release of an open table."""

    table: str
    period: str
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    digest: str
    #: Whether single channels are told.
    channels: bool

    @property
    def name(self) -> str:
        """In addresses: never changes."""
        kind = "" if self.channels else "-summen"
        return f"{self.period}-{self.digest[:_DIGEST]}{kind}"


def versions() -> dict[str, list[Version]]:
    """Open tables with what was released of them, the newest first; tables without any are left out."""
    chosen = open_data()
    found: dict[str, list[Version]] = {name: [] for name in chosen.tables}
    for entry in released.releases():
        if entry.name in found:
            found[entry.name].insert(0, Version(*entry, channels=chosen.channels))
    return {name: several for name, several in found.items() if several}


def find(table: str, name: str) -> Version | None:
    """The version of an address. A city may stop publishing single channels: then only sums are found."""
    return next((one for one in versions().get(table, ()) if one.name == name), None)


def title(table: str) -> str:
    """As on the protection page; the name if the table is no longer made."""
    definition = registry.find(table)
    return definition.title if definition else table


@lru_cache(maxsize=256)
def content(version: Version, form: str) -> bytes:
    """The file. KeyError if the release is gone."""
    table = released.as_published(version.table, version.period)
    if table is None or table.digest != version.digest:
        raise KeyError(version.name)
    dimensions, cells = opened(table, channels=version.channels)
    made = {"csv": _csv, "json": _json}[form]
    return made(table, dimensions, cells)


def opened(table: Table, *, channels: bool) -> tuple[tuple[str, ...], dict[Key, Figure]]:
    """Dimensions and published cells, without single channels if those are not given.

    Nothing is worked out.
    """
    if channels or CHANNEL not in table.dimensions:
        return table.dimensions, table.cells
    place = table.dimensions.index(CHANNEL)
    cells = {
        key[:place] + key[place + 1 :]: figure for key, figure in table.cells.items() if key[place] == TOTAL
    }
    return table.dimensions[:place] + table.dimensions[place + 1 :], cells


def _csv(table: Table, dimensions: tuple[str, ...], cells: dict[Key, Figure]) -> bytes:
    """RFC 4180, UTF-8; a key and a name per dimension, "*" for a sum; empty where a number is hidden."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    heads = [name for dimension in dimensions for name in (dimension, f"{dimension}_name")]
    writer.writerow([*heads, "value", "lower", "upper", "hidden"])
    for key, figure in sorted(cells.items()):
        named = [
            text
            for dimension, part in zip(dimensions, key, strict=True)
            for text in (part, _harmless(_label(table, dimension, part)))
        ]
        shown = ["" if number is None else number for number in (figure.value, figure.lower, figure.upper)]
        writer.writerow([*named, *shown, str(figure.hidden).lower()])
    return out.getvalue().encode()


def _json(table: Table, dimensions: tuple[str, ...], cells: dict[Key, Figure]) -> bytes:
    told = {
        "table": table.name,
        "measure": table.measure,
        "period": table.period,
        "first": str(table.first),
        "last": str(table.last),
        "released_at": table.released_at.isoformat(),
        "method": table.method,
        "base": table.base,
        "threshold": table.threshold,
        "digest": table.digest,
        "dimensions": list(dimensions),
        "cells": [
            {
                "key": list(key),
                "name": [
                    _label(table, dimension, part) for dimension, part in zip(dimensions, key, strict=True)
                ],
                "value": figure.value,
                "lower": figure.lower,
                "upper": figure.upper,
                "hidden": figure.hidden,
            }
            for key, figure in sorted(cells.items())
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _label(table: Table, dimension: str, key: str) -> str:
    return "" if key == TOTAL else table.label(dimension, key)


def _harmless(text: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
