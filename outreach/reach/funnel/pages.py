"""Staff pages of the funnel: per channel and per ad. All figures come from released tables."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach.funnel import reading, steps
from outreach.reach.releases import calendar
from postings.models import Posting

readers = role_required(*Role.values)


@readers
@require_safe
def channels(request: HttpRequest) -> HttpResponse:
    """How far do applications come that a channel brings?"""
    quarters = reading.quarters()
    wanted = request.GET.get("quartal", "")
    chosen = wanted if wanted in quarters else (quarters[0] if quarters else "")
    context = _context(quarters=quarters, quarter=chosen)
    if chosen and (found := reading.by_channel(chosen)):
        table, rows, whole = found
        context |= {"table": table, "rows": rows, "whole": whole, "ads": reading.ads(chosen)}
    return render(request, "reach/funnel/channels.html", context)


@readers
@require_safe
def posting(request: HttpRequest, pk: int) -> HttpResponse:
    """How far did applications for this ad come?"""
    context = _context(posting=get_object_or_404(Posting, pk=pk))
    if found := reading.by_posting(str(pk)):
        table, row = found
        context |= {
            "table": table,
            "row": row,
            "lines": list(zip(context["steps"], row.figures, strict=True)),
        }
    return render(request, "reach/funnel/posting.html", context)


def _context(**more: Any) -> dict[str, Any]:
    return {
        "steps": [steps.label(step) for step in steps.SHOWN],
        "next_release": calendar.next_at(timezone.now()),
        **more,
    }
