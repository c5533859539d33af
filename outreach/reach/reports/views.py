"""The report pages. Everything in them comes from the latest release."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach import released
from outreach.reach.opening import devices
from outreach.reach.opening.configuration import counting_rules
from outreach.reach.protection import settings
from outreach.reach.releases import calendar
from outreach.reach.reports import asking, figures, tables
from outreach.reach.reports.questions import NoSuchPart, questions
from postings.models import Event, Posting

readers = role_required(*Role.values)


def _release_context(**where: str) -> dict[str, Any]:
    """What every report says about its figures: until when, since when, when the next come."""
    release = figures.latest(**where)
    return {
        "release": release,
        "threshold": release.threshold if release else settings.current().threshold,
        "next_release": calendar.next_at(timezone.now()),
    }


@require_safe
@readers
def overview(request: HttpRequest) -> HttpResponse:
    """Which channels bring people to our jobs?"""
    report = questions()["kanaele"].report()
    context = {
        **asking.context(report),
        "release": report.basis,
        "next_release": calendar.next_at(timezone.now()),
        "questions": questions().values(),
        "may_enter_costs": request.user.has_role(*asking.COST_ROLES),
    }
    return render(request, "reach/overview.html", context)


@require_safe
@readers
def posting(request: HttpRequest, pk: int) -> HttpResponse:
    """On which channels was this ad opened?"""
    context = _release_context(posting=str(pk)) | {"posting": get_object_or_404(Posting, pk=pk)}
    with suppress(NoSuchPart):
        context |= asking.context(questions()["stellen"].report(str(pk)), str(pk))
    return render(request, "reach/posting.html", context)


@require_safe
@readers
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """On which channels was the invitation to this event opened?"""
    found = get_object_or_404(Event, pk=pk)
    context: dict[str, Any] = {"event": found, "next_release": calendar.next_at(timezone.now())}
    with suppress(NoSuchPart):
        context |= asking.context(questions()["veranstaltungen"].report(str(pk)), str(pk))
    return render(request, "reach/event.html", context)


@require_safe
@readers
def protection(request: HttpRequest) -> HttpResponse:
    """How we protect the figures."""
    base, minutes = settings.current().base, counting_rules().deduplicate_minutes
    context = _release_context(posting=released.TOTAL) | {"base": base, "rest": base - 1}
    context["devices"] = devices.explained(minutes) if minutes else ""
    return render(request, "reach/protection.html", context)


@require_safe
@readers
def table(request: HttpRequest, pk: int | None = None) -> StreamingHttpResponse:
    """The released figures as CSV, all of them or one ad's. Before the first release: only the headings.

    Five years of a large city are millions of lines: they are sent while they are read.
    """
    found = released.stream(figures.NAME, only="" if pk is None else str(pk))
    rows = tables.as_csv(found.last, found.threshold, found.parts) if found else tables.as_csv(None, 0, ())
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    name = f"reichweite-bis-{found.last}.csv" if found else "reichweite.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
