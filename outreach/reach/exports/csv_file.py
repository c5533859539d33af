"""CSV as German spreadsheets open it with a double click: UTF-8 with a mark, semicolons, decimal commas.

English files are the same (a first line `sep=;` would be data to every program but one). Numbers carry no
thousands separator.
"""

from __future__ import annotations

import csv
import io

from outreach.reach.exports import flat
from outreach.reach.exports.guard import harmless
from outreach.reach.reports import told
from outreach.reach.reports.document import Report

BYTE_ORDER_MARK = "\ufeff"
TYPE = "text/csv; charset=utf-8"


def content(report: Report) -> bytes:
    """All tables of the report below each other, then what the figures mean."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for number, sheet in enumerate(report.sheets):
        if number:
            writer.writerow([])
        writer.writerow([harmless(heading) for heading in flat.headings(sheet)])
        writer.writerows([_value(cell) for cell in row] for row in flat.rows(sheet, report.threshold))
    _about(writer, report)
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def _about(writer, report: Report) -> None:
    writer.writerow([])
    for text in (report.title, *report.sentences, *report.notes):
        writer.writerow([harmless(text)])
    for label, text in told.facts(report.basis) if report.basis else ():
        writer.writerow([harmless(label), harmless(text)])


def _value(cell: flat.Value) -> str | int:
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",")
    return harmless(cell) if isinstance(cell, str) else "" if cell is None else cell
