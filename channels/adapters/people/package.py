"""A package for people: text, short text, link and QR code on the partner's own page.

For partners without a machine that could take anything in, and the last way if others fail. Being on the
page is being sent; that somebody passed it on is told by a hand-off.
"""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters.mail.email import render, render_close, render_event
from channels.models import Delivery
from channels.partners import letters
from channels.sending.post import post

#: The page shows what a mail would say; it drops by itself what ended.
__all__ = ["render", "render_close", "render_event"]

NAME = _("Paket auf der Partnerseite")
NEEDS_PARTNER = True
SPEAKS = True
FALLBACK = 90
DEADLINE_TOLD = True
#: Its short mail has its own: `outreach.consolemail`.
OWN_TWIN = True


class OPTIONS(forms.Form):
    """Whether the partner is told."""

    notice = forms.BooleanField(
        label=_("Kurze E-Mail schicken, wenn es etwas Neues gibt"), required=False, initial=True
    )


def send(delivery: Delivery) -> None:
    """It is on the page; the partner is told, if wished."""
    send_bundle([delivery])


def send_bundle(deliveries: Sequence[Delivery]) -> None:
    """One short mail, however much is new."""
    if deliveries[0].channel.options.get("notice"):
        post(letters.notice(deliveries))


def show(delivery: Delivery) -> str:
    """The console twin: what can be passed on."""
    return str(delivery.rendition.get("forward") or delivery.title)
