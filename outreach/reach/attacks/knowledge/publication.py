"""What an outsider has in hand: released tables as they came over HTTP or out of a file. No database here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

#: In place of a key: the sum over that dimension.
TOTAL = "*"
_DAY = datetime.timedelta(days=1)

Key = tuple[str, ...]


class Shown(NamedTuple):
    """One published figure: the truth lies in lower..upper (None: open), `value` is what is printed."""

    value: int | None
    lower: int
    upper: int | None


@dataclass(frozen=True)
class Printed:
    """One released table as an outsider reads it."""

    name: str
    measure: str
    protection_class: str
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    method: str
    base: int
    threshold: int
    digest: str
    dimensions: tuple[str, ...]
    cells: Mapping[Key, Shown]
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    #: "2026-Q3": about the ads that began in that quarter; else the last day of a running table.
    period: str = ""

    def label(self, dimension: str, key: str) -> str:
        """The name of a key; the key itself if it has none."""
        return self.labels.get(dimension, {}).get(key, key)

    @property
    def until(self) -> datetime.date:
        """The first day that is not counted any more."""
        return self.last + _DAY

    def inner(self) -> dict[Key, Shown]:
        """The cells without any sum."""
        return {key: shown for key, shown in self.cells.items() if TOTAL not in key}


@dataclass(frozen=True)
class Publication:
    """Every table that could be had, oldest first, and what else the outsider knows."""

    tables: tuple[Printed, ...]
    #: (dimension, coarser dimension) -> key -> coarser key, from public pages: the job family of an ad …
    groups: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    #: How many people a channel reaches, where its partner says so; staff read it on the partner's page.
    audiences: Mapping[str, int] = field(default_factory=dict)

    @property
    def figures(self) -> int:
        """How many published numbers (hidden ones too) there are."""
        return sum(len(table.cells) for table in self.tables)

    def named(self, name: str) -> list[Printed]:
        """All releases of one table, oldest first."""
        return [table for table in self.tables if table.name == name]

    def names(self) -> list[str]:
        """The tables' names, in alphabetical order."""
        return sorted({table.name for table in self.tables})


class Unreadable(ValueError):  # noqa: N818  (it reads as what it is)
    """The content is no released table; the message says what is missing."""


def read_table(content: Mapping[str, Any]) -> Printed:
    """A table out of its JSON (`outreach.reach.api`): cells are lists of key, value, lower, upper.

    Raises:
        Unreadable: a field is missing or has another form.
    """
    try:
        dimensions = tuple(content["dimensions"])
        return Printed(
            name=str(content["name"]),
            measure=str(content["measure"]),
            protection_class=str(content["protection_class"]),
            first=datetime.date.fromisoformat(content["first"]),
            last=datetime.date.fromisoformat(content["last"]),
            released_at=datetime.datetime.fromisoformat(content["released_at"]),
            method=str(content["method"]),
            base=int(content["base"]),
            threshold=int(content["threshold"]),
            digest=str(content["digest"]),
            dimensions=dimensions,
            cells={
                tuple(map(str, cell["key"])): Shown(cell["value"], int(cell["lower"]), cell["upper"])
                for cell in content["cells"]
            },
            labels=content.get("labels", {}),
            period=str(content.get("period", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise Unreadable(f"Das ist keine veröffentlichte Tabelle ({problem}).") from error


def publication(contents: Iterable[Mapping[str, Any]], **known: Any) -> Publication:
    """Tables from their JSON, oldest first."""
    tables = [read_table(content) for content in contents]
    return Publication(tuple(sorted(tables, key=lambda table: (table.until, table.name))), **known)
