"""Where an ad or event will go and how it looks there, before anybody approves it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from channels.models import Channel
from channels.received import gathering
from channels.routing.preview import preview
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Event, Posting


@role_required(*Role.values)
def of_posting(request: HttpRequest, pk: int) -> HttpResponse:
    """Order, reason, package and moment of every channel, how it looks there, who is left out by choice."""
    posting = get_object_or_404(Posting.objects.select_related("current__posting"), pk=pk)
    found = preview(posting.current)
    received = gathering.of_posting(posting.current, [line.channel for line in found.lines])
    context = {"posting": posting, "preview": found, **_seen(request, posting, received)}
    return render(request, "channels/preview.html", context)


@role_required(*Role.values)
def of_event(request: HttpRequest, pk: int) -> HttpResponse:
    """How the invitation looks on every channel that takes events."""
    event = get_object_or_404(Event, pk=pk)
    channels = Channel.objects.receiving().chosen().select_related("partner")
    received = gathering.of_invitation(event, channels)
    return render(request, "channels/event_preview.html", {"event": event, **_seen(request, event, received)})


def _seen(request: HttpRequest, subject: Posting | Event, received: list) -> dict:
    return {
        "subject": subject,
        "received": received,
        "refused": [one for one in received if one.refused],
        "may_edit": request.user.has_role(Role.OUTREACH),
        "may_choose": request.user.has_role(Role.EDITOR, Role.OUTREACH),
    }
