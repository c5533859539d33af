"""The fixed tables. There are no free filters: whoever could choose would get differences of any two groups.

A table is one file that calls `register` (in `outreach/reach/releases/tables/`, or any module named in
`_FOLDERS`); dropping it in is all it takes. A figure counts in exactly one cell of a table.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Literal

from outreach.reach.releases.calendar import Period

Key = tuple[str, ...]
Atom = tuple[str, ...]
Labels = Mapping[str, Mapping[str, str]]

#: Packages whose modules register tables. A folder that is not there is left out.
_FOLDERS = (
    "outreach.reach.releases.tables",
    "outreach.reach.funnel.tables",
    "outreach.reach.disclosure.tables",
)


@dataclass(frozen=True)
class Source:
    """Where true counts come from, in the finest form that tables are made of.

    Tables of one source are proven together: what all of them say about the same atoms is one system of
    inequalities, and no cell of any of them may become known more closely
    (`outreach.reach.protection.secondary`).
    """

    name: str
    #: What an atom's places mean, e.g. ("posting", "channel", "language", "medium", "kind").
    dimensions: tuple[str, ...]
    #: Period -> {atom: true count}. *Every* atom that could have been counted, also with 0: a missing one
    #: would say "nobody". Each event must be counted in exactly one quarter, each quarter only once.
    count: Callable[[Period], Mapping[Atom, int]]
    #: The same in parts, for what is too much for memory at once; each first place of an atom is in one part
    #: alone. None: `count` is the only part.
    count_parts: Callable[[Period], Iterable[Mapping[Atom, int]]] | None = None
    #: Weeks its quarters wait longer than `settle_weeks`: applications take months where openings take days.
    extra_weeks: int = 0


@dataclass(frozen=True, kw_only=True)
class TableDefinition:
    """One fixed table.

    Attributes:
        name: lower case with hyphens; never changes once a release exists.
        title: German, as on the protection page.
        measure: "openings", "started", "finished", "invited", "hired", "handoffs", "deliveries", "heard",
        "disclosure".
        protection_class: "clicks" (one person causes many) or "persons" (one person, one count: stricter).
        dimensions: one to three names; a cell's key has one string for each.
        period: "week": everything so far, every week, only for counts that never fall; cells are shown, and
            sums of what is shown. "quarter": the ads (or events) of a closed quarter, once; sums are counted
            from the truth, then made coarse until a solver proves that they tell nothing about a cell.
        source: what is counted. A table without a shared source gets its own: `Source(name, dimensions,
        count)`
            with `count(period) -> {key: count}`.
        key: atom -> this table's cell, or None if the table leaves the atom out. Default: the atom itself.
        summed: dimensions over which true sums are made (`*` in the key). Sums over other dimensions than
            these are made of what is shown. () for a table whose sums make no sense.
        derived: dimensions over which sums of what is shown are added.
        labels: keys per dimension -> names per dimension, frozen with the release.
        fine: its cells are disjoint groups of whole atoms and are rounded one by one (the finest table of its
            source in that period); all other tables of the source are sums of them.
        order: tables that are made first get the finer brackets.
        rest: cell -> the cell it leaves over of a sum that another table tells. What is left over is not told
            by itself: it is published as far as everybody can work it out.
        made_of: whether there is such a table of that period. It must not change once the period is over.
    """

    name: str
    title: str
    measure: str
    protection_class: Literal["clicks", "persons"]
    dimensions: tuple[str, ...]
    period: Literal["week", "quarter"]
    source: Source
    key: Callable[[Atom], Key | None] = lambda atom: atom
    summed: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    labels: Callable[[Mapping[str, Iterable[str]]], Labels] = lambda keys: {}
    fine: bool = False
    order: int = 50
    rest: Callable[[Key], Key | None] = lambda key: None
    made_of: Callable[[Period], bool] = lambda period: True

    def count(self, period: Period) -> dict[Key, int]:
        """The true counts of all cells. Inside of `releases` only."""
        return self.grouped(self.source.count(period))

    def parts(self, period: Period) -> Iterator[dict[Key, int]]:
        """The true counts of all cells, some first keys at a time. Inside of `releases` only."""
        several = self.source.count_parts
        for atoms in several(period) if several else [self.source.count(period)]:
            if found := self.grouped(atoms):
                yield found

    def grouped(self, atoms: Mapping[Atom, int]) -> dict[Key, int]:
        """Atoms added up to cells."""
        found: dict[Key, int] = {}
        for atom, count in atoms.items():
            if (key := self.key(atom)) is not None:
                found[key] = found.get(key, 0) + count
        return found


_tables: dict[str, TableDefinition] = {}


def register(table: TableDefinition) -> TableDefinition:
    """Make a table known.

    Raises:
        ValueError: the name is taken, or there are not one to three dimensions.
    """
    if _tables.get(table.name, table) is not table:
        raise ValueError(f"There are two tables {table.name}.")
    if not 1 <= len(table.dimensions) <= 3:
        raise ValueError(f"Table {table.name} needs one to three dimensions.")
    _tables[table.name] = table
    return table


def tables(period: str | None = None) -> list[TableDefinition]:
    """All tables, fine ones first, then by name."""
    _discover()
    found = sorted(_tables.values(), key=lambda table: (not table.fine, table.name))
    return [table for table in found if period in (None, table.period)]


def find(name: str) -> TableDefinition | None:
    """The table of that name; None for one that is no longer made."""
    _discover()
    return _tables.get(name)


@lru_cache(maxsize=1)
def _discover() -> None:
    for folder in _FOLDERS:
        try:
            package = import_module(folder)
        except ModuleNotFoundError as missing:
            if folder.startswith(missing.name or "?"):  # the folder is not there
                continue
            raise
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{folder}.{module.name}")
