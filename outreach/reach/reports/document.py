"""A report as plain data: page, chart, spreadsheet, CSV and PDF are all made of this and show the same."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from outreach.reach.charts import Chart
from outreach.reach.released import Mark
from outreach.reach.reports.spans import Span

#: "span" columns hold a Span: shown as one value, in spreadsheets with its bounds beside it; "share" a text.
Kind = Literal["text", "share", "count", "money", "span"]
Cell = str | int | float | Span


class Column(NamedTuple):
    heading: str
    kind: Kind = "text"


class Line(NamedTuple):
    """One row of a table; `href` leads to more about its first cell."""

    cells: tuple[Cell, ...]
    href: str = ""


class Lines(Sequence[Line]):
    """Lines that are made when they are read: of tens of thousands a page shows some hundred."""

    def __init__(self, about: Sequence[Any], make: Callable[[Any], Line]) -> None:
        self._about, self._make = about, make

    def __len__(self) -> int:
        return len(self._about)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return tuple(map(self._make, self._about[place]))
        return self._make(self._about[place])

    def __iter__(self) -> Iterator[Line]:
        return map(self._make, self._about)


@dataclass(frozen=True)
class Sheet:
    """A table. Lines may stand in groups, each with a heading (may be empty)."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[tuple[str, Sequence[Line]], ...]
    #: As many rows as people read on a page; XLSX and CSV hold all, a PDF up to `pdf_file.MOST`.
    on_page: int = 300
    #: What `bounded` would find in the cells, where it is known without a look at them.
    one_number: bool | None = None

    @cached_property
    def bounded(self) -> bool:
        """Some figure was published as one number: its range stands in a column of its own."""
        if self.one_number is not None:
            return self.one_number
        cells = (cell for _heading, lines in self.groups for line in lines for cell in line.cells)
        return any(isinstance(cell, Span) and cell.cell and cell.value is not None for cell in cells)

    @property
    def lines(self) -> list[Line]:
        return [line for _heading, lines in self.groups for line in lines]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(lines) for _heading, lines in self.groups)

    @property
    def grouped(self) -> bool:
        return any(heading for heading, _lines in self.groups)


@dataclass(frozen=True)
class Basis:
    """What every figure says about itself."""

    #: "Aufrufe, nicht Menschen".
    unit: str
    first: datetime.date
    last: datetime.date
    released_at: datetime.datetime
    threshold: int
    method: str
    base: int
    digest: str = ""
    #: What is to be read with care; None: too early to know.
    marks: tuple[Mark, ...] | None = None
    #: Marks are worked out of the openings of ads; of other figures they say nothing.
    of_ads: bool = True


@dataclass(frozen=True)
class Report:
    """The answer to one question."""

    key: str
    #: The reader's question.
    title: str
    #: The answer in words, the first sentence first.
    sentences: tuple[str, ...]
    sheets: tuple[Sheet, ...] = ()
    chart: Chart | None = None
    basis: Basis | None = None
    #: How to read it, and where other numbers are from.
    notes: tuple[str, ...] = ()
    #: What the file is named, without its ending: "reichweite-berufsfelder-pflege-2026-09-30".
    file_name: str = ""
    #: Calm result: nothing to show (yet), and the sentences say why.
    empty: bool = False
    #: For the page alone: links to parts of the report.
    parts: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    extra: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def threshold(self) -> int:
        return self.basis.threshold if self.basis else 5
