"""Messages of a bot in a Telegram chat, group or channel."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters.networks import Network, PostOptions
from channels.adapters.options import ServerField, secret
from channels.adapters.registry import Rate
from channels.models import Channel
from channels.renditions.fitting import Size
from channels.sending.walls.telegram import SERVER, Chat

NAME = _("Telegram")
SPEAKS = True
FALLBACK = 10
RATE = Rate(per_second=0.3, burst=2)  # 20 a minute in a group
REPEATABLE = False  # a second try is a second message
SIZE = Size(4096, lambda text: len(text.encode("utf-16-le")) // 2)


class OPTIONS(PostOptions):
    """The bot and its chat."""

    field_order = ("token", "chat", "tags", "at_end", "server")

    token = secret(
        forms.RegexField(
            r"^[0-9]+:[A-Za-z0-9_-]+$",
            label=_("Token des Bots"),
            error_messages={"invalid": _("Das Token sieht so aus: 123456:ABC-DEF…")},
            help_text=_("In Telegram an @BotFather schreiben: /newbot. Er antwortet mit dem Token."),
        )
    )
    chat = forms.RegexField(
        r"^(?:-?[0-9]{1,20}|@[A-Za-z0-9_]{3,64})$",
        label=_("Chat"),
        error_messages={"invalid": _("Ein Chat ist eine Zahl oder ein Name mit @ davor.")},
        help_text=_(
            "Bei öffentlichen Gruppen und Kanälen der Name mit @ davor, sonst die Nummer des Chats "
            "(bei Gruppen mit Minus davor). Der Bot muss im Chat sein und schreiben dürfen."
        ),
    )
    server = ServerField(
        label=_("Adresse des Servers"),
        initial=SERVER,
        required=False,
        help_text=_("Nur zu ändern, wenn Sie einen eigenen Server für Bots betreiben."),
    )


_network = Network(Chat, lambda channel: SIZE)
render, render_close, render_event = _network.render, _network.render_close, _network.render_event
send, send_bundle, show = _network.send, _network.send_bundle, _network.show


def lane(channel: Channel) -> str:
    """One per chat."""
    return Chat(channel).lane


def check(channel: Channel) -> list[str]:
    """Whether Telegram knows the bot, and the bot its chat."""
    return Chat(channel).check()
