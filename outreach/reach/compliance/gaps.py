"""What a paper still lacks before it can be used: placeholders and missing entries of the city's profile."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

#: Keys of the profile every paper names.
NEEDED = {
    "privacy.controller": gettext_noop("die verantwortliche Stelle"),
    "privacy.officer": gettext_noop("die Datenschutzbeauftragung"),
    "privacy.officer_email": gettext_noop("die E-Mail-Adresse der Datenschutzbeauftragung"),
    "privacy.authority": gettext_noop("die Aufsichtsbehörde"),
    "privacy.authority_url": gettext_noop("die Internetseite der Aufsichtsbehörde"),
    "imprint.represented_by": gettext_noop("die Vertretung der Stadt"),
}
_PLACEHOLDER = re.compile(r"\.example\b|\.invalid\b|bitte eintragen", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def gaps(city: dict[str, Any]) -> list[str]:
    """A sentence for everything that is missing or looks wrong; an empty list if nothing does."""
    found = [sentence for key, name in NEEDED.items() if (sentence := _gap(city, key, name))]
    if not city["privacy"].get("processors"):
        found.append(
            _("Im Stadtprofil fehlt [[privacy.processors]]: Wer betreibt Server, Datenbank und Mailserver?")
        )
    if not settings.PUBLIC_URL:
        found.append(_("PUBLIC_URL ist nicht gesetzt: Dieser Dienst ist noch nicht öffentlich erreichbar."))
    return found


def _gap(city: dict[str, Any], key: str, name: str) -> str:
    value = value_of(city, key)
    told = {"key": key, "name": _(name), "value": value}
    if not value:
        return _("Im Stadtprofil fehlt „%(key)s“ (%(name)s).") % told
    if _PLACEHOLDER.search(value):
        return _("Im Stadtprofil ist „%(key)s“ (%(name)s) noch ein Platzhalter: %(value)s.") % told
    if key.endswith("_email") and not _MAIL.fullmatch(value):
        return _("Im Stadtprofil ist „%(key)s“ (%(name)s) keine E-Mail-Adresse: %(value)s.") % told
    if key.endswith("_url") and not urlsplit(value).netloc:
        return _("Im Stadtprofil ist „%(key)s“ (%(name)s) keine Internetadresse: %(value)s.") % told
    return ""


def value_of(city: dict[str, Any], key: str) -> str:
    """The text at a dotted key; empty if there is none."""
    found: Any = city
    for part in key.split("."):
        found = found.get(part, "") if isinstance(found, dict) else ""
    return found.strip() if isinstance(found, str) else ""
