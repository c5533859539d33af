"""The report pages. Everything in them comes from the latest release."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach import releases
from outreach.reach.protection import THRESHOLD, total
from outreach.reach.reports import figures, tables
from postings.models import Posting

readers = role_required(*Role.values)


def _release_context() -> dict[str, object]:
    """What every report says about its figures: until when, since when, when the next come."""
    release = figures.latest()
    return {
        "release": release,
        "threshold": release.threshold if release else THRESHOLD,
        "next_release": releases.next_at(timezone.now()),
    }


@require_safe
@readers
def overview(request: HttpRequest) -> HttpResponse:
    """Which channels bring people to our jobs?"""
    context = _release_context()
    if release := context["release"]:
        cells = figures.cells(release)
        context |= {
            "channels": figures.by_channel(cells, release.threshold),
            "postings": figures.by_posting(cells, release.threshold),
            "total": total((cell.value for cell in cells), release.threshold),
            "shown_channels": len({cell.channel_id for cell in cells if cell.value is not None}),
        }
    return render(request, "reach/overview.html", context)


@require_safe
@readers
def posting(request: HttpRequest, pk: int) -> HttpResponse:
    """On which channels was this ad opened?"""
    context = _release_context() | {"posting": get_object_or_404(Posting, pk=pk)}
    if release := context["release"]:
        cells = [cell for cell in figures.cells(release) if cell.posting_id == pk]
        context |= {
            "channels": figures.by_channel(cells, release.threshold),
            "total": total((cell.value for cell in cells), release.threshold),
        }
    return render(request, "reach/posting.html", context)


@require_safe
@readers
def protection(request: HttpRequest) -> HttpResponse:
    """How we protect the figures."""
    return render(request, "reach/protection.html", _release_context())


@require_safe
@readers
def table(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The released figures as CSV, all of them or one ad's. Before the first release: only the headings."""
    release = figures.latest()
    cells = [cell for cell in figures.cells(release) if pk in (None, cell.posting_id)] if release else []
    response = HttpResponse(tables.as_csv(cells), content_type="text/csv; charset=utf-8")
    name = f"reichweite-bis-{release.last_day}.csv" if release else "reichweite.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
