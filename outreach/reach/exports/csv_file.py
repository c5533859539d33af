"""CSV as German spreadsheets open it with a double click: UTF-8 with a mark, semicolons, decimal commas.

English files are the same (a first line `sep=;` would be data to every program but one). Numbers carry no
thousands separator.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import get_language, override

from outreach.reach.exports import flat
from outreach.reach.exports.guard import harmless
from outreach.reach.reports import told
from outreach.reach.reports.document import Report

BYTE_ORDER_MARK = "\ufeff"
TYPE = "text/csv; charset=utf-8"
#: Lines that are made and sent at once.
_AT_ONCE = 500


def content(report: Report) -> bytes:
    """All tables of the report below each other, then what the figures mean."""
    return b"".join(parts(report))


def parts(report: Report) -> Iterator[bytes]:
    """The same, some lines at a time, in the language of now, also if they are read later."""
    return _written(_lines(report), get_language())


def _written(lines: Iterator[list[str | int]], language: str | None) -> Iterator[bytes]:
    mark = BYTE_ORDER_MARK
    while True:
        with override(language):
            some = list(islice(lines, _AT_ONCE))
        if not some:
            return
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(some)
        yield (mark + out.getvalue()).encode("utf-8")
        mark = ""


def _lines(report: Report) -> Iterator[list[str | int]]:
    for number, sheet in enumerate(report.sheets):
        if number:
            yield []
        yield [harmless(heading) for heading in flat.headings(sheet)]
        for row in flat.rows(sheet, report.threshold):
            yield [_value(cell) for cell in row]
    yield []
    for text in (report.title, *report.sentences, *report.notes):
        yield [harmless(text)]
    for label, text in told.facts(report.basis) if report.basis else ():
        yield [harmless(label), harmless(text)]


def _value(cell: flat.Value) -> str | int:
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",")
    return harmless(cell) if isinstance(cell, str) else "" if cell is None else cell
