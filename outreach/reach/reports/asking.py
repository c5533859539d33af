"""The pages of the questions: one view for all of them. Everything in them comes from released tables."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach.exports.flat import plain
from outreach.reach.exports.pdf_file import alt
from outreach.reach.reports import plausibility, told
from outreach.reach.reports.document import Line, Report, Sheet
from outreach.reach.reports.questions import NoSuchPart, Question, questions
from outreach.reach.reports.spans import Span, ranged, shown

readers = role_required(*Role.values)
#: Who may enter what a channel cost.
COST_ROLES = (Role.OUTREACH, Role.REPORTING)


def asked(request: HttpRequest, key: str) -> tuple[Question, Report]:
    """The question and its report for `?teil=…`. Raises Http404."""
    question = questions().get(key)
    if question is None:
        raise Http404
    try:
        return question, question.report(request.GET.get("teil", ""))
    except NoSuchPart as missing:
        raise Http404 from missing


@require_safe
@readers
def question(request: HttpRequest, key: str) -> HttpResponse:
    """A question and its answer."""
    found, report = asked(request, key)
    part = request.GET.get("teil", "")
    more = {"question": found, "part": part, "may_enter_costs": request.user.has_role(*COST_ROLES)}
    return render(request, "reach/question.html", {**context(report, part), **more})


def context(report: Report, part: str = "") -> dict[str, object]:
    """What `reach/parts/report.html` shows of a report."""
    return {
        "report": report,
        "alt": alt(report) if report.chart else "",
        "query": f"?{urlencode({'teil': part})}" if part else "",
        "sheets": [_sheet(sheet, report.threshold) for sheet in report.sheets],
        "facts": told.facts(report.basis) if report.basis else [],
        "cautions": plausibility.sentences((report.basis and report.basis.marks) or ()),
    }


def _sheet(sheet: Sheet, threshold: int) -> dict[str, object]:
    """Cells as words. A long table is cut; `more` says how many rows the file has beyond."""
    room, groups = sheet.on_page, []
    for heading, lines in sheet.groups:
        rows = [_row(line, sheet, threshold) for line in lines[:room]]
        room -= len(rows)
        if rows:
            groups.append((heading, rows))
    return {
        "caption": sheet.caption,
        "columns": sheet.columns,
        "groups": groups,
        "more": max(sheet.count - sheet.on_page, 0),
        "bounded": sheet.bounded,
        "width": len(sheet.columns) + sheet.bounded * sum(column.kind == "span" for column in sheet.columns),
    }


def _row(line: Line, sheet: Sheet, threshold: int) -> dict[str, object]:
    cells: list[dict[str, object]] = []
    for cell, column in zip(line.cells, sheet.columns, strict=True):
        if isinstance(cell, Span):
            cells.append({"heading": column.heading, "text": shown(cell, threshold), "number": True})
            if sheet.bounded:
                cells.append({"span": True, "text": ranged(cell), "number": True})
        else:
            cells.append({"heading": column.heading, "text": plain(cell), "number": column.kind != "text"})
            if column.kind == "span" and sheet.bounded:
                cells.append({"span": True, "text": "", "number": True})
    return {"name": cells[0]["text"], "cells": cells[1:], "href": line.href}
