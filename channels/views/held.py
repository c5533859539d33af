"""A person lets a feed go that the guard held."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels.feeds import serving
from channels.models import Channel
from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(Role.OUTREACH)
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the feed as it should be now; only what the person was shown (`seen`)."""
    channel = get_object_or_404(Channel.objects.chosen(), pk=pk)
    if serving.agree(channel, by=request.user, seen=request.POST.get("seen", "")):
        messages.success(request, _("Der Feed „{name}“ ist veröffentlicht.").format(name=channel.name))
    else:
        messages.info(request, _("Inzwischen hat sich etwas geändert. Bitte schauen Sie noch einmal."))
    return redirect("channels:list")
