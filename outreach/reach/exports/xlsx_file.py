"""XLSX: a first sheet that says what the figures are, then one sheet per table. Texts are never formulas."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from outreach.profile import city
from outreach.reach.exports import flat
from outreach.reach.reports import told
from outreach.reach.reports.document import Report, Sheet

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Nothing in the file depends on when it was made.
_MADE = datetime.datetime(2000, 1, 1)
_WIDEST = 60
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def content(report: Report) -> bytes:
    """The report as a workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": report.title, "author": city()["official_name"], "created": _MADE})
        looks = _looks(book)
        names: set[str] = set()
        _about(book.add_worksheet(_name(_("Erläuterung"), names)), report, looks)
        for sheet in report.sheets:
            _table(book.add_worksheet(_name(sheet.caption, names)), sheet, report.threshold, looks)
        if report.sheets:
            book.worksheets()[1].activate()
    return out.getvalue()


def _looks(book: xlsxwriter.Workbook) -> dict[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14, "text_wrap": True}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "label": book.add_format({"bold": True, "valign": "top"}),
        "count": book.add_format({"num_format": "#,##0", "align": "right", "valign": "top"}),
        "money": book.add_format({"num_format": '#,##0.00 "€"', "valign": "top"}),
        "hidden": book.add_format({"align": "right", "valign": "top"}),
    }


def _about(page, report: Report, looks: dict[str, Any]) -> None:
    page.set_column(0, 0, 22)
    page.set_column(1, 1, 90)
    page.merge_range(0, 0, 0, 1, "", looks["title"])
    page.write_string(0, 0, report.title, looks["title"])
    page.set_row(0, 40)
    lines = [("", text) for text in report.sentences]
    lines += told.facts(report.basis) if report.basis else []
    lines += [("", text) for text in report.notes]
    for number, (label, text) in enumerate(lines, start=2):
        page.write_string(number, 0, label, looks["label"])
        page.write_string(number, 1, text, looks["text"])
    _paper(page)


def _table(page, sheet: Sheet, threshold: int, looks: dict[str, Any]) -> None:
    heads = flat.headings(sheet)
    rows = list(flat.rows(sheet, threshold))
    kinds = _kinds(sheet)
    for column, head in enumerate(heads):
        page.write_string(0, column, head, looks["head"])
        longest = max([len(head) * 0.6, *(len(str(row[column] or "")) for row in rows)])
        page.set_column(column, column, min(max(longest + 2, 12), _WIDEST))
    for number, row in enumerate(rows, start=1):
        for column, (cell, kind) in enumerate(zip(row, kinds, strict=True)):
            _write(page, (number, column), cell, kind, looks)
    page.freeze_panes(1, 0)
    if rows:
        page.autofilter(0, 0, len(rows), len(heads) - 1)
    page.repeat_rows(0)
    _paper(page)


def _kinds(sheet: Sheet) -> list[str]:
    found = ["text"] if sheet.grouped else []
    for column in sheet.columns:
        found += ["count"] * 3 if column.kind == "span" else [column.kind]
    return found


def _write(page, place: tuple[int, int], cell: flat.Value, kind: str, looks: dict[str, Any]) -> None:
    """Numbers as numbers; every text as text, whatever it looks like."""
    if cell is None:
        page.write_blank(*place, None, looks["text"])
    elif isinstance(cell, str):
        page.write_string(*place, cell, looks["text" if kind == "text" else "hidden"])
    else:
        page.write_number(*place, cell, looks["money" if kind == "money" else "count"])


def _paper(page) -> None:
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _name(wanted: str, taken: set[str]) -> str:
    """A sheet's name: 31 characters, without what spreadsheets forbid, and each once."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip("' ")[:28].strip() or "Tabelle"
    name, number = plain, 2
    while name.casefold() in taken:
        name, number = f"{plain} {number}", number + 1
    taken.add(name.casefold())
    return name
