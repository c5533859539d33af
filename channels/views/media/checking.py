"""Asks a receiver whether it knows us, without sending anything."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels.adapters import registry
from channels.models import Channel
from channels.sending import console
from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(Role.OUTREACH)
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Every problem in a sentence, or that all is well."""
    channel = get_object_or_404(Channel.objects.chosen(), pk=pk)
    if console.is_on():
        messages.info(request, only_shown())
        return redirect("channels:edit", pk)
    problems = registry.check(channel)
    for sentence in problems:
        messages.error(request, sentence)
    if not problems:
        messages.success(request, _("Die Verbindung steht. Es wurde nichts gesendet."))
    return redirect("channels:edit", pk)


def only_shown() -> str:
    """While messages are only shown on the console, nobody is asked anything either."""
    return _("Gerade wird alles nur angezeigt und nichts gesendet. Deshalb fragen wir auch niemanden.")
