"""How a partner may pass an ad on, best first: what fits the ad and this kind of partner stands in front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from channels import languages, links, routing
from channels.models import Delivery, Partner
from channels.renditions.forms import spoken, telling

_SIMPLE = "de-simple"
#: Where routing has no opinion.
_USUAL = ("messenger", "poster", "plain_text", "page")


@dataclass(frozen=True)
class Way:
    """A big button."""

    package: str
    label: str
    address: str


def ways(delivery: Delivery, partner: Partner, found: dict[str, Any]) -> list[Way]:
    """The buttons of one item; `found` holds the addresses its package has."""
    every = [
        Way("messenger", _("Per WhatsApp weiterleiten"), found["whatsapp"]),
        Way("messenger", _("Per Telegram"), found["telegram"]),
        Way("poster", _("Plakat (PDF)"), found["posters"][0]["address"] if found["posters"] else ""),
        Way("plain_text", _("In Einfacher Sprache"), _simple(delivery, found["link"])),
        Way("page", _("Stelle ansehen"), found["link"] if delivery.version else ""),
    ]
    first = order(delivery, partner)
    return sorted((way for way in every if way.address), key=lambda way: first.index(way.package))


def order(delivery: Delivery, partner: Partner) -> list[str]:
    """Kinds of packages, the best first."""
    return list(dict.fromkeys([*routing.packages_for(delivery.reasons, partner), *_USUAL]))


def read_aloud(delivery: Delivery, partner: Partner) -> str:
    """The text for a voice, for whom that is one of the two best ways; else nothing."""
    if delivery.version is None or "read_aloud" not in order(delivery, partner)[:2]:
        return ""
    link = links.code_for(delivery.version.posting, delivery.channel, delivery.channel.language)
    return spoken.text(telling(delivery.version, link, languages.get("de"))).strip()


def _simple(delivery: Delivery, link: str) -> str:
    if delivery.version is None or _SIMPLE not in languages.codes():
        return ""
    page = reverse("public:posting_language", args=[delivery.version.posting.slug, _SIMPLE])
    return f"{page}?k={link.rpartition('/')[2]}"
