"""Where an ad or event went, and everything that went out."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from channels import links
from channels.models import Delivery
from channels.publishing import ending
from channels.staff.deliveries import filtering
from channels.staff.deliveries.labels import labelled
from outreach.people.access import role_required
from outreach.people.models import Role
from postings import events
from postings.models import Event, Posting

PER_PAGE = 50


@role_required(*Role.values)
def of_posting(request: HttpRequest, pk: int) -> HttpResponse:
    """Every delivery of one ad, and the links that are counted."""
    posting = get_object_or_404(Posting, pk=pk)
    rows = Delivery.objects.filter(version__posting=posting)
    context = {"posting": posting, **_about(request, posting, rows)}
    return render(request, "channels/deliveries.html", context)


@role_required(*Role.values)
def of_event(request: HttpRequest, pk: int) -> HttpResponse:
    """Every delivery of one event, and the links that are counted."""
    event = get_object_or_404(Event, pk=pk)
    rows = Delivery.objects.filter(event=event)
    context = {"event": event, "state": events.state(event), **_about(request, event, rows)}
    return render(request, "channels/event_deliveries.html", context)


@role_required(*Role.values)
def log(request: HttpRequest) -> HttpResponse:
    """Everything that went out or will, the newest first."""
    rows = Delivery.objects.telling().order_by("-created_at", "-pk")
    word = filtering.chosen(request.GET.get("zustand"))
    page = Paginator(filtering.filtered(rows, word), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": labelled(page.object_list),
        "choices": filtering.choices(rows, word),
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
    return render(request, "channels/log.html", context)


def _about(request: HttpRequest, subject: Posting | Event, rows: QuerySet[Delivery]) -> dict[str, Any]:
    word = filtering.chosen(request.GET.get("zustand"))
    tracked = subject.links.select_related("channel").order_by("channel__name")
    return {
        "rows": labelled(filtering.filtered(rows, word).order_by("channel__name", "pk")),
        "choices": filtering.choices(rows, word),
        "links": [(link.channel, links.address(link)) for link in tracked],
        "ended": ending.has_ended(subject),
        "visible": ending.still_visible(subject),
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
