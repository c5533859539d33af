"""Where ads came and where not: for one ad, for a quarter, and as a table to take along."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from channels.coverage import Coverage, Quarter, coverage, of_ad, of_quarter, pay_bands, quarters
from channels.coverage.spreadsheet import as_csv
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Posting


@role_required(*Role.values)
def of_time(request: HttpRequest) -> HttpResponse:
    """The map of a quarter (`?zeit=2026-4`), and which pay groups came to whom."""
    quarter = _quarter(request)
    arrivals = of_quarter(quarter)
    found = coverage(arrivals, timezone.localdate())
    context = {
        "quarter": quarter,
        "quarters": quarters.offered(timezone.localdate()),
        "ads": arrivals.ads,
        "pay": pay_bands.report(arrivals, found),
        **_context(request, found),
    }
    return render(request, "channels/coverage/quarter.html", context)


@role_required(*Role.values)
def of_posting(request: HttpRequest, pk: int) -> HttpResponse:
    """The map of one ad."""
    posting = get_object_or_404(Posting, pk=pk)
    found = coverage(of_ad(posting), timezone.localdate())
    return render(request, "channels/coverage/ad.html", {"posting": posting, **_context(request, found)})


@role_required(*Role.values)
def table(request: HttpRequest) -> HttpResponse:
    """Pay groups and communities of a quarter as CSV."""
    quarter = _quarter(request)
    arrivals = of_quarter(quarter)
    report = pay_bands.report(arrivals, coverage(arrivals, timezone.localdate()))
    response = HttpResponse(as_csv(pay_bands.table_of(report)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="abdeckung-{quarter.key}.csv"'
    return response


def _quarter(request: HttpRequest) -> Quarter:
    return Quarter.of(request.GET.get("zeit", ""), timezone.localdate())


def _context(request: HttpRequest, found: Coverage) -> dict[str, Any]:
    return {
        "coverage": found,
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
