"""A report as a file, and its chart as a picture."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from outreach.reach import charts
from outreach.reach.charts import theme
from outreach.reach.exports import csv_file, pdf_file, xlsx_file
from outreach.reach.reports.asking import asked, readers
from outreach.reach.reports.document import Report

FILES = {"xlsx": xlsx_file, "csv": csv_file, "pdf": pdf_file}
#: Those that can be sent while they are made.
STREAMED = {"xlsx": xlsx_file, "csv": csv_file}


@require_safe
@readers
def file(request: HttpRequest, key: str, kind: str) -> HttpResponseBase:
    """The report as XLSX, CSV or PDF."""
    _question, report = asked(request, key)
    return answer(report, kind)


def answer(report: Report, kind: str) -> HttpResponseBase:
    """The file with its name; a long table is sent while it is made. Raises Http404 for no such kind."""
    if kind not in FILES:
        raise Http404
    response: HttpResponseBase
    if kind in STREAMED and any(sheet.count > sheet.on_page for sheet in report.sheets):
        parts = STREAMED[kind].parts(report)
        response = StreamingHttpResponse(parts, content_type=STREAMED[kind].TYPE)
    else:
        response = HttpResponse(FILES[kind].content(report), content_type=FILES[kind].TYPE)
    response["Content-Disposition"] = f'attachment; filename="{report.file_name}.{kind}"'
    return response


@require_safe
@readers
def chart(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """The chart of a report as SVG, in the form a screen needs."""
    _question, report = asked(request, key)
    if report.chart is None or form not in theme.FORMS:
        raise Http404
    return HttpResponse(charts.svg(report.chart, form), content_type="image/svg+xml; charset=utf-8")
