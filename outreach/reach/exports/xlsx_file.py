"""XLSX: a first sheet that says what the figures are, then one sheet per table. Texts are never formulas."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

import xlsxwriter
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from outreach.profile import city
from outreach.reach.exports import flat
from outreach.reach.exports.xlsx_rows import LOOKS, Rows, filled
from outreach.reach.reports import told
from outreach.reach.reports.document import Report, Sheet

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Nothing in the file depends on when it was made.
_MADE = datetime.datetime(2000, 1, 1)
_WIDEST = 60
#: Rows that are made and sent at once; the first ones say how wide a column is.
_AT_ONCE = 500
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def content(report: Report) -> bytes:
    """The report as a workbook."""
    return b"".join(parts(report))


def parts(report: Report) -> Iterator[bytes]:
    """The same, some rows at a time, in the language of now, also if they are read later."""
    language = get_language()
    rows = [_some(flat.rows(sheet, report.threshold), language) for sheet in report.sheets]
    heads = [next(some, []) for some in rows]
    tables = {
        f"xl/worksheets/sheet{number}.xml": Rows(chain([head], some), _kinds(sheet), sheet.count)
        for number, (sheet, head, some) in enumerate(zip(report.sheets, heads, rows, strict=True), start=2)
    }
    return filled(_book(report, heads), tables)


def _some(rows: Iterator[list[flat.Value]], language: str | None) -> Iterator[list[list[flat.Value]]]:
    while True:
        with override(language):
            found = list(islice(rows, _AT_ONCE))
        if not found:
            return
        yield found


def _book(report: Report, heads: Sequence[Sequence[Sequence[flat.Value]]]) -> bytes:
    """All but the rows; `heads`: each table's first ones, which say how wide its columns are."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": report.title, "author": city()["official_name"], "created": _MADE})
        looks = _looks(book)
        names: set[str] = set()
        _about(book.add_worksheet(_name(_("Erläuterung"), names)), report, looks)
        for sheet, head in zip(report.sheets, heads, strict=True):
            _table(book.add_worksheet(_name(sheet.caption, names)), sheet, head, looks)
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


def _table(page, sheet: Sheet, head: Sequence[Sequence[flat.Value]], looks: dict[str, Any]) -> None:
    heads = flat.headings(sheet)
    for column, word in enumerate(heads):
        page.write_string(0, column, word, looks["head"])
        longest = max([len(word) * 0.6, *(len(str(row[column] or "")) for row in head)])
        page.set_column(column, column, min(max(longest + 2, 12), _WIDEST))
    for column, look in enumerate(LOOKS):
        page.write_blank(1, column, None, looks[look])
    page.freeze_panes(1, 0)
    if sheet.count:
        page.autofilter(0, 0, sheet.count, len(heads) - 1)
    page.repeat_rows(0)
    _paper(page)


def _kinds(sheet: Sheet) -> list[str]:
    found = ["text"] if sheet.grouped else []
    for column in sheet.columns:
        found += ["count"] * 3 if column.kind == "span" else [column.kind]
    return found


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
