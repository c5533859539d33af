"""Released figures for documents: of a quarter, or of a year's quarters together. Nothing is counted here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from outreach.reach import released
from outreach.reach.documents.periods import Period
from outreach.reach.released import TOTAL, Figure, Key, Table


@dataclass(frozen=True)
class Found:
    """What was released of one table for a period."""

    tables: tuple[Table, ...]
    cells: dict[Key, Figure]

    def __bool__(self) -> bool:
        return bool(self.tables)

    @property
    def dimensions(self) -> tuple[str, ...]:
        return self.tables[-1].dimensions if self.tables else ()

    @property
    def threshold(self) -> int:
        return max((table.threshold for table in self.tables), default=0)

    def label(self, dimension: str, key: str) -> str:
        """The newest name of a key."""
        for table in reversed(self.tables):
            if key in table.labels.get(dimension, {}):
                return table.labels[dimension][key]
        return key

    def by(self, dimension: str) -> dict[str, Figure]:
        """The sums of one dimension, by its keys; where no sum was published, of the cells shown."""
        place = self.dimensions.index(dimension)
        keys = sorted({key[place] for key in self.cells} - {TOTAL})
        return {key: self._sum(place, key) for key in keys}

    def _sum(self, place: int, key: str) -> Figure:
        margin = tuple(key if number == place else TOTAL for number in range(len(self.dimensions)))
        if margin in self.cells:
            return self.cells[margin]
        inner = (figure for cell, figure in self.cells.items() if cell[place] == key and TOTAL not in cell)
        return released.add(inner)

    def total(self) -> Figure:
        """Everything: as published, or the sum of the cells."""
        everything = (TOTAL,) * len(self.dimensions)
        if everything in self.cells:
            return self.cells[everything]
        return released.add(figure for key, figure in self.cells.items() if TOTAL not in key)

    def cell(self, **keys: str) -> Figure | None:
        """One cell by its keys ("*" for a sum); None if there is none such."""
        return self.cells.get(tuple(keys.get(dimension, TOTAL) for dimension in self.dimensions))

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return sum(figure.hidden for key, figure in self.cells.items() if TOTAL not in key)


def of(name: str, period: Period) -> Found:
    """The releases of a quarter table for the period; empty if nothing was released."""
    tables = tuple(released.history(name, periods=period.quarters))
    if len(tables) == 1:
        return Found(tables, dict(tables[0].cells))
    return Found(tables, _added(tables))


def _added(tables: tuple[Table, ...]) -> dict[Key, Figure]:
    """Sums of published figures of different quarters. They are about different ads, so they add up."""
    cells: dict[Key, list[Figure]] = defaultdict(list)
    for table in tables:
        for key, figure in table.cells.items():
            cells[key].append(figure)
    return {key: released.add(figures) for key, figures in cells.items()}
