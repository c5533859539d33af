"""Messages in a Matrix room."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters.networks import Network, PostOptions
from channels.adapters.options import ServerField, secret
from channels.adapters.registry import Rate
from channels.models import Channel
from channels.renditions.fitting import Size
from channels.sending.walls.matrix import Room

NAME = _("Matrix (Element)")
SPEAKS = True
FALLBACK = 10
RATE = Rate(per_second=1.0, burst=10)
REPEATABLE = True  # the same transaction id is the same message
#: Bytes of text. An event may have 64 kB, and holds it twice, with every sign written in up to 8 bytes.
SIZE = Size(7_500, lambda text: len(text.encode()))


class OPTIONS(PostOptions):
    """Server, room, and the key to the account that writes there."""

    field_order = ("server", "room", "token")

    server = ServerField(
        label=_("Adresse des Servers"),
        help_text=_("Der Heimserver des Kontos, das schreibt. Zum Beispiel: https://matrix.example"),
    )
    room = forms.RegexField(
        r"^![^\s/]{1,253}$",
        label=_("Raum"),
        error_messages={"invalid": _("Die Raum-ID beginnt mit einem Ausrufezeichen.")},
        help_text=_("Die „Interne Raum-ID“. In Element: Einstellungen des Raums, „Erweitert“."),
    )
    token = secret(
        forms.CharField(
            label=_("Zugangstoken"),
            help_text=_(
                "In Element mit dem Konto anmelden, das schreiben soll. Unter „Alle Einstellungen“, "
                "„Hilfe und Info“ steht es ganz unten. Danach das Fenster schließen, ohne sich abzumelden."
            ),
        )
    )


_network = Network(Room, lambda channel: SIZE)
render, render_close, render_event = _network.render, _network.render_close, _network.render_event
send, send_bundle, show = _network.send, _network.send_bundle, _network.show


def lane(channel: Channel) -> str:
    """One per room."""
    return Room(channel).lane


def check(channel: Channel) -> list[str]:
    """Whether the server knows us, and whether we are in the room."""
    return Room(channel).check()
