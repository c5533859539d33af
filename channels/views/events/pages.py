"""Open days: list, write, announce, call off. Announced ones are told to all who know of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels.publishing import events as publishing
from outreach.people.access import role_required
from outreach.people.models import Role
from postings import events as workflow
from postings.forms import EventForm
from postings.models import Event


@role_required(*Role.values)
def overview(request: HttpRequest) -> HttpResponse:
    """Coming and past events."""
    now = timezone.now()
    context = {
        "upcoming": [_card(event) for event in Event.objects.upcoming(now)],
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
        try:
            return _saved(request, form)
        except workflow.Refused as refusal:
            form.add_error(None, str(refusal))
    stored = get_object_or_404(Event, pk=pk) if pk else None  # the form writes on the other one
    context = {"form": form, "event": stored, **(_card(stored) if stored else {})}
    return render(request, "postings/events/form.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, form: EventForm) -> HttpResponse:
    """Store it, and announce it if that is wanted; say what follows."""
    event, postings = form.save(commit=False), form.cleaned_data["postings"]
    changed = publishing.save(event, by=request.user, postings=postings)
    messages.success(request, _("„{title}“ ist gespeichert.").format(title=event.title))
    if changed:
        messages.info(request, _("Alle, die davon wissen, bekommen die Änderung."))
    if request.POST.get("action") == "announce":
        _announce(request, event)
    elif warning := workflow.lead_time_warning(event):
        messages.warning(request, warning)
    return redirect("events:edit", event.pk)


@role_required("outreach", "editor")
@require_POST
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the event public and invite to it."""
    _announce(request, get_object_or_404(Event, pk=pk))
    return redirect("events:edit", pk)


def _announce(request: HttpRequest, event: Event) -> None:
    late = workflow.lead_time_warning(event)
    try:
        publishing.announce(event)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
        return
    title, weeks = event.title, workflow.lead_weeks()
    messages.success(request, _("„{title}“ steht jetzt auf der öffentlichen Seite.").format(title=title))
    if late:
        sentence = _("Das war knapp: Planen Sie beim nächsten Mal {weeks} Wochen ein.")
        messages.warning(request, sentence.format(weeks=weeks))


@role_required("outreach", "editor")
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the event off, with a reason for everyone to read."""
    event = get_object_or_404(Event, pk=pk)
    try:
        publishing.cancel(event, reason=request.POST.get("reason", ""))
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Der Termin ist abgesagt. Alle, die davon wissen, erfahren es."))
    return redirect("events:edit", pk)


def _card(event: Event) -> dict[str, Any]:
    """An event with its state and what is to be done about it."""
    state = workflow.state(event)
    return {
        "event": event,
        "state": state,
        "warning": workflow.lead_time_warning(event) if state == workflow.State.DRAFT else "",
    }
