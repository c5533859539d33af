"""Open days: list, write, announce."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from postings import events as workflow
from postings.forms import EventForm
from postings.models import Event
from postings.views.lists import READERS


@role_required(*READERS)
def overview(request: HttpRequest) -> HttpResponse:
    """Coming and past events."""
    now = timezone.now()
    context = {
        "upcoming": Event.objects.upcoming(now),
        "past": Event.objects.filter(ends_at__lt=now).order_by("-starts_at")[:20],
        "may_write": request.user.has_role("outreach", "editor"),
    }
    return render(request, "postings/events/list.html", context)


@role_required("outreach", "editor")
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write a new event or change one."""
    event = get_object_or_404(Event, pk=pk) if pk else None
    form = EventForm(request.POST or None, instance=event)
    if request.method == "POST" and form.is_valid():
        saved = workflow.save(
            form.save(commit=False), by=request.user, postings=form.cleaned_data["postings"]
        )
        messages.success(request, _("„{title}“ ist gespeichert.").format(title=saved.title))
        return redirect("events:list")
    context = {"form": form, "event": event, "warning": workflow.lead_time_warning(event) if event else ""}
    return render(request, "postings/events/form.html", context, status=422 if form.errors else 200)


@role_required("outreach", "editor")
@require_POST
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the event public."""
    event = get_object_or_404(Event, pk=pk)
    workflow.announce(event)
    messages.success(
        request, _("„{title}“ steht jetzt auf der öffentlichen Seite.").format(title=event.title)
    )
    return redirect("events:list")
