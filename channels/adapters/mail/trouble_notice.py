"""Tells a partner by mail that another of their ways was switched off: there they would not hear of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from channels.languages.spoken import spoken
from channels.models import Channel, Delivery
from channels.partners import letters
from channels.sending.errors import SendError
from channels.sending.post import post
from outreach.addresses import base
from postings.models import PostingVersion

NAME = gettext_lazy("Nachricht über Störungen")
SYSTEM = True
OWN_TWIN = True  # mails have their own


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Nothing: it is about channels, not about ads."""
    return {}


def send(delivery: Delivery) -> None:
    """What is wrong, since it was switched off, and what can be done."""
    said = delivery.rendition
    channel = Channel.objects.select_related("partner").filter(pk=said["channel"], active=False).first()
    if channel is None or channel.partner is None or not channel.trouble:
        raise SendError(_("Die Störung ist schon behoben."), permanent=True)
    with translation.override(spoken(channel.partner.page_language)):
        subject = _("Bei Ihnen kommt nichts mehr an: {way}").format(way=channel.get_kind_display())
    mail = letters.letter(
        channel.partner,
        subject,
        "letters/trouble",
        {"way": channel.name, "trouble": channel.trouble, "technical": said.get("technical", "")},
        message_id=f"<{delivery.uid}@{urlsplit(base()).hostname}>",
    )
    post(mail)
