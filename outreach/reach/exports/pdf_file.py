"""PDF/UA: the sentences, the chart, the tables, set by typst with our own fonts."""

from __future__ import annotations

import datetime
import json
import threading
from pathlib import Path
from typing import Any

import typst
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from outreach.profile import city
from outreach.reach import charts
from outreach.reach.charts import theme
from outreach.reach.exports import flat
from outreach.reach.reports import told
from outreach.reach.reports.document import Report, Sheet
from outreach.reach.reports.spans import Span, ranged, shown

TYPE = "application/pdf"
#: Rows of a table: about fifty pages. 50,000 ads would fill 1,500, and some gigabytes of memory to set them.
MOST = 2000
FOLDER = Path(__file__).parent
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_own = threading.local()


def content(report: Report) -> bytes:
    """The report as PDF/UA-1; the same report gives the same bytes."""
    data = json.dumps(_data(report), ensure_ascii=False)
    found = _compiler().compile(
        sys_inputs={"data": data}, format="pdf", pdf_standards=["ua-1"], timestamp=_MADE
    )
    if not isinstance(found, bytes):
        raise TypeError("typst gave several files for one PDF")
    return found


def _compiler() -> typst.Compiler:
    """One per thread: it keeps what it parsed, and the fonts."""
    if not hasattr(_own, "compiler"):
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(theme.FONT.parent)]
        )
        _own.compiler = typst.Compiler(str(FOLDER / "report.typ"), root=str(FOLDER), font_paths=fonts)
    return _own.compiler


def _data(report: Report) -> dict[str, Any]:
    return {
        "lang": (get_language() or "de")[:2],
        "city": city()["official_name"],
        "title": report.title,
        "sentences": list(report.sentences),
        "chart": charts.svg(report.chart) if report.chart else "",
        "alt": alt(report),
        "sheets": [_sheet(sheet, report.threshold) for sheet in report.sheets],
        "facts": [list(fact) for fact in told.facts(report.basis)] if report.basis else [],
        "notes": list(report.notes),
        "about": _("Über diese Zahlen"),
        "page": _("Seite"),
    }


def alt(report: Report) -> str:
    """What the chart shows, for who cannot see it."""
    return _("Diagramm: {title} {sentence} Alle Werte stehen in der Tabelle.").format(
        title=report.chart.title if report.chart else "", sentence=report.sentences[0]
    )


def _sheet(sheet: Sheet, threshold: int) -> dict[str, Any]:
    """Ranges as two columns: what is shown, and from where to where."""
    heads: list[str] = []
    for column in sheet.columns:
        heads += (
            [column.heading, _("Spanne")] if column.kind == "span" and sheet.bounded else [column.heading]
        )
    room, groups = MOST, []
    for heading, lines in sheet.groups:
        rows = [_row(line.cells, sheet, threshold) for line in lines[:room]]
        room -= len(rows)
        if rows:
            groups.append({"heading": heading, "rows": rows})
    numbers = [place for place, kind in enumerate(_kinds(sheet)) if kind != "text"]
    more = _more(sheet.count - MOST) if sheet.count > MOST else ""
    return {"caption": sheet.caption, "heads": heads, "groups": groups, "numbers": numbers, "more": more}


def _more(count: int) -> str:
    """What is said below a table that is cut."""
    text = ngettext(
        "{number} weitere Zeile steht in der Excel-Datei und in der CSV-Datei.",
        "{number} weitere Zeilen stehen in der Excel-Datei und in der CSV-Datei.",
        count,
    )
    return text.format(number=number_format(count, force_grouping=True))


def _kinds(sheet: Sheet) -> list[str]:
    found: list[str] = []
    for column in sheet.columns:
        found += [column.kind] * (2 if column.kind == "span" and sheet.bounded else 1)
    return found


def _row(cells: tuple[Any, ...], sheet: Sheet, threshold: int) -> list[str]:
    found: list[str] = []
    for cell, column in zip(cells, sheet.columns, strict=True):
        wide = column.kind == "span" and sheet.bounded
        if isinstance(cell, Span):
            found += [shown(cell, threshold), *([ranged(cell)] if wide else [])]
        else:
            found += [flat.plain(cell), *([""] if wide else [])]
    return found
