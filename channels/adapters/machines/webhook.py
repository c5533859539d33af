"""Standard Webhooks: signed JSON to an address of the receiver, who recognises repeats by `webhook-id`."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from channels.adapters.options import AddressField
from channels.models import Channel, Delivery
from channels.sending import http
from channels.sending.errors import SendError
from channels.webhooks import endpoint, payload, signing
from postings.models import Event, PostingVersion

NAME = gettext_lazy("Webhook (Standard Webhooks)")
ABOUT = gettext_lazy(
    "Für Programme von Partnern: Jede Stelle kommt dort sofort als signierte Nachricht an, auch ihr Ende. "
    "Die Technik des Partners richtet alles auf einer eigenen Seite ein. "
    "Deren Adresse steht nach dem Speichern hier."
)
REPEATABLE = True
FALLBACK = 10
SINGLY = True


class OPTIONS(forms.Form):
    """Where the messages go."""

    address = AddressField(
        label=gettext_lazy("Adresse beim Partner"),
        help_text=gettext_lazy(
            "Zum Beispiel https://partner.example/stellen. Wir senden dorthin zuerst einen Code."
        ),
    )


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """job.published or job.changed."""
    return {"message": payload.job(version, channel)}


def render_close(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """job.closed."""
    return {"message": payload.job_closed(version, channel)}


def render_event(event: Event, channel: Channel, action: str) -> dict[str, Any]:
    """event.announced, event.changed, event.reminder, event.cancelled."""
    return {"message": payload.event(event, channel, action)}


def lane(channel: Channel) -> str:
    """One per host: partners of one provider share its patience."""
    return f"webhook:{urlsplit(channel.options.get('address', '')).hostname or channel.pk}"


def saved(channel: Channel) -> None:
    """A key of its own, and a proof that the address wants our messages."""
    endpoint.saved(channel)


def send(delivery: Delivery) -> None:
    """One signed message. Nothing but the code goes to an address that is not proven yet."""
    channel, said = delivery.channel, delivery.rendition
    proving = bool(said.get("verification"))
    if not proving and not endpoint.is_proven(channel):
        raise SendError(_("Die Adresse ist noch nicht bestätigt."), permanent=True)
    body, now = payload.body(said["message"]), timezone.now()
    answer = http.request(
        "POST",
        channel.options["address"],
        body=body.encode(),
        headers=signing.headers(channel, str(delivery.uid), body, now),
        repeatable=REPEATABLE,
    )
    if proving and not endpoint.prove(channel, _echo(answer)):
        raise SendError(
            _(
                "Der Code kam nicht als Antwort zurück. "
                "Er kann auch auf der Seite für die Technik eingetragen werden."
            ),
            permanent=True,
        )


def show(delivery: Delivery) -> str:
    """For the console twin."""
    said = delivery.rendition["message"]
    address = delivery.channel.options.get("address", "")
    return f"POST {address}\nwebhook-id: {delivery.uid}\n{json.dumps(said, ensure_ascii=False, indent=1)}"


def _echo(answer: http.Answer) -> str:
    """The code in the answer: `{"challenge": "…"}`, or nothing but the code."""
    given = answer.json().get("challenge") or answer.excerpt()
    return given if isinstance(given, str) else ""
