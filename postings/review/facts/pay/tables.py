"""The pay tables: dated files beside this module. A group without a table has no range; none is guessed."""

from __future__ import annotations

import datetime
import functools
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).with_name("tables")
NO_TABLE = "keine Tabelle hinterlegt"
# An amount as far off as this belongs to another group, another year or another working time.
_TOO_LOW, _TOO_HIGH = 0.8, 1.25


class Table(NamedTuple):
    """One pay table: what a month pays in full time, by group and step."""

    series: str
    title: str
    valid_from: datetime.date
    valid_to: datetime.date
    source: str
    url: str
    groups: dict[str, list[float]]


class Range(NamedTuple):
    """First to last step of a group in full time, and from where that is known."""

    group: str
    low: float
    high: float
    table: Table

    def as_dict(self) -> dict[str, Any]:
        """As it stands in the facts."""
        return {
            "group": self.group,
            "from": self.low,
            "to": self.high,
            "valid_from": self.table.valid_from.isoformat(),
            "valid_to": self.table.valid_to.isoformat(),
            "source": self.table.source,
            "url": self.table.url,
        }

    def fits(self, low: float, high: float) -> bool:
        """Whether monthly amounts can belong to this group."""
        return low >= self.low * _TOO_LOW and high <= self.high * _TOO_HIGH


@functools.cache
def tables() -> tuple[Table, ...]:
    """Every table, oldest first."""
    found = [_read(file) for file in FOLDER.glob("*.toml")]
    return tuple(sorted(found, key=lambda table: (table.series, table.valid_from)))


def _read(file: Path) -> Table:
    content = tomllib.loads(file.read_text("utf-8"))
    return Table(**{name: content[name] for name in Table._fields})


def range_of(group: str, day: datetime.date) -> Range | None:
    """What a group pays on a day, by the table in force then; after the last table's end by none."""
    for table in tables():
        steps = [amount for amount in table.groups.get(group, []) if amount]
        if steps and table.valid_from <= day <= table.valid_to:
            return Range(group, min(steps), max(steps), table)
    return None


def no_range(group: str) -> dict[str, Any]:
    """The same for a group that no table knows."""
    unknown = dict.fromkeys(("from", "to", "valid_from", "valid_to", "url"))
    return {"group": group, **unknown, "source": NO_TABLE}
