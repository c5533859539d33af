"""A report's table as rows of a spreadsheet: each range becomes what is shown, its least and its most."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from outreach.reach.reports.document import Cell, Column, Line, Sheet
from outreach.reach.reports.spans import Span, shown

Value = str | int | float | None


def headings(sheet: Sheet) -> list[str]:
    """One per column; ranges take three, groups the first one."""
    found = [_("Gruppe")] if sheet.grouped else []
    for column in sheet.columns:
        found.append(column.heading)
        if column.kind == "span":
            found += [
                _("{what}: mindestens").format(what=column.heading),
                _("{what}: höchstens").format(what=column.heading),
            ]
    return found


def rows(sheet: Sheet, threshold: int) -> Iterator[list[Value]]:
    """Every line, made when it is read; an unknown upper bound is None."""
    for heading, lines in sheet.groups:
        before: list[Value] = [heading] if sheet.grouped else []
        for line in lines:
            yield [*before, *_line(line, sheet.columns, threshold)]


def _line(line: Line, columns: tuple[Column, ...], threshold: int) -> list[Value]:
    found: list[Value] = []
    for cell, column in zip(line.cells, columns, strict=True):
        found += _cell(cell, threshold) if column.kind == "span" else [cell]
    return found


def _cell(cell: Cell, threshold: int) -> list[Value]:
    if not isinstance(cell, Span):  # no figure was released
        return [str(cell), None, None]
    text = cell.value if cell.cell and cell.value is not None else shown(cell, threshold)
    return [text, cell.lower, cell.upper]


def plain(cell: Value) -> str:
    """A cell without bounds as people read it."""
    if isinstance(cell, float):
        return f"{number_format(cell, 2, force_grouping=True)} €"
    return number_format(cell, force_grouping=True) if isinstance(cell, int) else str(cell or "")
