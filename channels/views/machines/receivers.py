"""`/empfang/…`: where a receiver's technicians see what became of messages, test, and fetch a key.

No account, no cookie: whoever knows the address may do these things, and nothing secret stands there
but a new key, once.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from channels import webhooks
from channels.models import Channel
from channels.staff.deliveries.labels import label
from channels.views.partner_pages.answering import private
from channels.webhooks import endpoint

SCHEMA = Path(webhooks.__file__).with_name("schema.json")
_SHOWN = 50
#: What a button did, told after the redirect.
_TOLD: dict[str, Callable[[int], str]] = {
    "test": lambda count: _("Die Testnachricht ist unterwegs. Laden Sie die Seite gleich neu."),
    "warten": lambda count: _("Gerade ging schon eine Nachricht hinaus. Bitte warten Sie zehn Sekunden."),
    "code": lambda count: _("Die Adresse ist bestätigt. Neue Stellen kommen jetzt an."),
    "falsch": lambda count: _("Dieser Code ist es nicht. Bitte nehmen Sie den aus der letzten Nachricht."),
    "neuer-code": lambda count: _("Ein neuer Code ist unterwegs."),
    "zeit": lambda count: _("Bitte geben Sie einen Zeitpunkt an, der vorbei ist."),
    "wieder": lambda count: ngettext(
        "{count} Nachricht geht noch einmal hinaus.", "{count} Nachrichten gehen noch einmal hinaus.", count
    ).format(count=count),
}
View = Callable[..., HttpResponse]


def _receiver(view: View) -> View:
    """The view gets the channel; any other address is none."""

    @private
    @wraps(view)
    def answer(request: HttpRequest, key: str, **kwargs: Any) -> HttpResponse:
        channel = endpoint.by_page_key(key)
        if channel is None:
            return render(request, "public/not_found.html", status=404)
        return view(request, channel, **kwargs)

    return answer


@_receiver
@require_safe
def page(request: HttpRequest, channel: Channel) -> HttpResponse:
    """The last messages, and what can be done."""
    return _page(request, channel, told=_told(request))


@_receiver
@require_POST
def test(request: HttpRequest, channel: Channel) -> HttpResponse:
    """Send a test message."""
    return _back(channel, "test" if endpoint.send_test(channel) else "warten")


@_receiver
@require_POST
def prove(request: HttpRequest, channel: Channel) -> HttpResponse:
    """The code typed in, or another one, please."""
    if "code" in request.POST:
        return _back(channel, "code" if endpoint.prove(channel, request.POST["code"]) else "falsch")
    return _back(channel, "neuer-code" if endpoint.ask_again(channel) else "warten")


@_receiver
@require_POST
def new_key(request: HttpRequest, channel: Channel) -> HttpResponse:
    """Make a key and show it, this once."""
    hours = 0 if request.POST.get("sofort") else 24
    key = endpoint.new_key(channel, datetime.timedelta(hours=hours))
    return _page(request, channel, key=key, hours=hours)


@_receiver
@require_POST
def again(request: HttpRequest, channel: Channel) -> HttpResponse:
    """One message again, or all since a moment."""
    if (pk := request.POST.get("nachricht", "")).isascii() and pk.isdecimal() and len(pk) < 19:
        return _back(channel, "wieder", endpoint.send_again(channel, pk=int(pk)))
    since = _moment(request.POST.get("seit", ""))
    if since is None or since > timezone.now():
        return _back(channel, "zeit")
    return _back(channel, "wieder", endpoint.send_again(channel, since))


@require_safe
def schema(request: HttpRequest) -> FileResponse:
    """What messages look like (JSON Schema)."""
    return FileResponse(SCHEMA.open("rb"), content_type="application/schema+json")


def _page(request: HttpRequest, channel: Channel, **more: Any) -> HttpResponse:
    latest = channel.deliveries.select_related("version__posting", "event", "channel")[:_SHOWN]
    context = {
        "channel": channel,
        "key_of_page": endpoint.page_key(channel),
        "proven": endpoint.is_proven(channel),
        "rows": [
            {
                "label": label(row),
                "type": row.rendition.get("message", {}).get("type", ""),
                "again": not row.is_note and row.state in endpoint.DONE and endpoint.holds(row),
            }
            for row in latest
        ],
        **more,
    }
    return render(request, "channels/receiver.html", context)


def _back(channel: Channel, told: str, count: int = 0) -> HttpResponse:
    address = reverse("receivers:page", args=[endpoint.page_key(channel)])
    return redirect(f"{address}?erledigt={told}&zahl={count}")


def _told(request: HttpRequest) -> str:
    told = _TOLD.get(request.GET.get("erledigt", ""))
    count = request.GET.get("zahl", "")
    return told(int(count) if count.isascii() and count.isdecimal() and len(count) < 6 else 0) if told else ""


def _moment(given: str) -> datetime.datetime | None:
    try:
        found = parse_datetime(given)
    except ValueError:
        return None
    return timezone.make_aware(found) if found and timezone.is_naive(found) else found
