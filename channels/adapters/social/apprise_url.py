"""Any other service that apprise knows: Discord, Slack, Mattermost, ntfy, Signal gateways and many more."""

from __future__ import annotations

import hashlib

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters.networks import Network, TagOptions
from channels.adapters.options import secret
from channels.adapters.registry import Rate
from channels.models import Channel
from channels.renditions.fitting import Size
from channels.sending.errors import SendError
from channels.sending.walls.services import SHORTEST, Service, check_host, escaped, opened

NAME = _("Anderer Dienst (über apprise)")
SPEAKS = True
DEADLINE_TOLD = True  # what was sent cannot be changed: another message only if there is news
FALLBACK = 10
RATE = Rate(per_second=0.5, burst=2)
REPEATABLE = False  # it says yes or no and keeps nothing
_LONGEST = 4000


class OPTIONS(TagOptions):
    """One address says it all."""

    field_order = ("url",)

    url = secret(
        forms.CharField(
            label=_("Adresse bei apprise"),
            max_length=500,
            help_text=_(
                "Sie nennt Dienst, Schlüssel und Ziel, zum Beispiel discord://… oder ntfys://… "
                "Auf appriseit.com steht, wie sie für Ihren Dienst aussieht. "
                "Ob sie stimmt, zeigt erst die erste Nachricht."
            ),
        )
    )

    def clean_url(self) -> str:
        if not (address := self.cleaned_data["url"].strip()):
            return ""  # what is stored stays
        try:
            check_host(opened(address))
        except SendError as error:
            raise forms.ValidationError(str(error)) from error
        return address


def size(channel: Channel) -> Size:
    """What the service takes; the least it may be if its address is not there or wrong."""
    address = str(channel.secrets.get("url", ""))
    try:
        limit = min(opened(address).body_maxlen, _LONGEST)
    except SendError:
        limit = SHORTEST
    return Size(limit, lambda text: len(escaped(text, address)))


_network = Network(Service, size)
render, render_close, render_event = _network.render, _network.render_close, _network.render_event
send, send_bundle, show = _network.send, _network.send_bundle, _network.show


def lane(channel: Channel) -> str:
    """One per target."""
    return "apprise/" + hashlib.sha256(str(channel.secrets.get("url", "")).encode()).hexdigest()[:16]


def check(channel: Channel) -> list[str]:
    """Whether the address is one we can use; apprise cannot ask the service without sending."""
    try:
        check_host(opened(str(channel.secrets.get("url", ""))))
    except SendError as error:
        return [str(error)]
    return []
