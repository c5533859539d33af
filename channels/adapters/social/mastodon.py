"""Posts on Mastodon."""

from __future__ import annotations

import datetime
import re

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters.networks import Network, PostOptions
from channels.adapters.options import ServerField, secret
from channels.adapters.registry import Rate
from channels.models import Channel
from channels.renditions.fitting import Size
from channels.sending.walls.mastodon import Account
from outreach.addresses import base

NAME = _("Mastodon")
SPEAKS = True
FALLBACK = 10
RATE = Rate(per_second=1.0, burst=10)  # 300 in 5 minutes
REPEATABLE = datetime.timedelta(hours=1)  # so long the server remembers an Idempotency-Key
_LINK = 23  # every link counts so much, however long it is


class OPTIONS(PostOptions):
    """Where the account is, and the key to it."""

    field_order = ("server", "token", "visibility", "limit")

    server = ServerField(
        label=_("Adresse des Servers"),
        help_text=_(
            "Sie steht im Browser oben, wenn Sie angemeldet sind. Zum Beispiel: https://social.example"
        ),
    )
    token = secret(
        forms.CharField(
            label=_("Zugriffstoken"),
            help_text=_(
                "In Mastodon unter „Einstellungen“, „Entwicklung“, „Neue Anwendung“. Nötig sind die Rechte "
                "read:accounts und write:statuses. Danach zeigt die Anwendung das Zugriffstoken."
            ),
        )
    )
    visibility = forms.ChoiceField(
        label=_("Wer die Beiträge sieht"),
        choices=[
            ("public", _("Alle, auch in den öffentlichen Listen")),
            ("unlisted", _("Alle, aber nicht in den öffentlichen Listen")),
            ("private", _("Nur Konten, die Ihnen folgen")),
        ],
    )
    limit = forms.IntegerField(
        label=_("Zeichen je Beitrag"),
        initial=500,
        min_value=200,
        max_value=100_000,
        help_text=_("Auf den meisten Servern sind es 500. „Verbindung prüfen“ vergleicht es."),
    )


def size(channel: Channel) -> Size:
    """What one post may hold."""
    return Size(int(channel.options.get("limit") or 500), _counted)


_network = Network(Account, size)
render, render_close, render_event = _network.render, _network.render_close, _network.render_event
send, send_bundle, show = _network.send, _network.send_bundle, _network.show


def lane(channel: Channel) -> str:
    """One per account."""
    return Account(channel).lane


def check(channel: Channel) -> list[str]:
    """Whether the server knows us, and how much a post may hold."""
    return Account(channel).check(size(channel).limit)


def _counted(text: str) -> int:
    """As the server counts: our links 23. Other addresses never count less than they might there."""
    ours = re.compile(re.escape(base()) + r"/[\w/-]*(?=\s|$)") if base().startswith("https://") else None
    text = ours.sub("x" * _LINK, text) if ours else text
    return len(text) + _LINK * len(re.findall("https?://", text))
