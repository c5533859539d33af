"""What a city publishes as open data: `[open_data]` of its profile. Without that section: nothing."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from outreach import profile

LICENCES = "http://dcat-ap.de/def/licenses/"
CONTRIBUTORS = "http://dcat-ap.de/def/contributors/"
_KEY = re.compile(r"\d{8}")


class OpenData(NamedTuple):
    """The section, checked."""

    #: Names of released tables that everyone may have, in the order of the page.
    tables: tuple[str, ...] = ()
    #: From GovData's list of licences.
    licence: str = f"{LICENCES}dl-by-de/2.0"
    #: Given by GovData; without it the catalogue is right, but GovData takes it in only with it (K12, K13).
    contributor_id: str = ""
    #: Whether figures of single channels (and so of single associations) are given, or only sums over them.
    channels: bool = False
    #: Official municipality key (AGS), eight digits.
    municipality_key: str = ""


def open_data() -> OpenData:
    """The city's choice. Raises `profile.ProfileError` with a sentence."""
    return read(profile.city().get("open_data", {}))


def read(given: Any) -> OpenData:
    """The section from the profile, checked."""
    if not isinstance(given, dict):
        raise profile.ProfileError(_("Im Stadtprofil muss „open_data“ ein Abschnitt sein."))
    for key, value in given.items():
        if sentence := _wrong(key, value):
            raise profile.ProfileError(_("Im Stadtprofil: „open_data.%s“ %s") % (key, sentence))
    return OpenData(**{**given, "tables": tuple(given.get("tables", ()))})


def _wrong(key: str, value: Any) -> str:
    if key not in OpenData._fields:
        return _("gibt es nicht. Möglich: %s.") % ", ".join(OpenData._fields)
    if key == "tables":
        good = isinstance(value, list) and all(isinstance(name, str) for name in value)
        return "" if good else _("muss eine Liste von Namen freigegebener Tabellen sein.")
    if key == "channels":
        return "" if isinstance(value, bool) else _("muss true oder false sein.")
    if not isinstance(value, str):
        return _("muss ein Text in Anführungszeichen sein.")
    start = {"licence": LICENCES, "contributor_id": CONTRIBUTORS}.get(key)
    if value and start and not value.startswith(start):
        return _("muss mit %s beginnen.") % start
    if key == "municipality_key" and value and not _KEY.fullmatch(value):
        return _("muss der amtliche Gemeindeschlüssel mit acht Ziffern sein.")
    return ""


def gaps() -> list[str]:
    """What a data portal still misses, a sentence each; nothing if the city gives no open data."""
    chosen = open_data()
    if not chosen.tables:
        return []
    found = []
    if not chosen.contributor_id:
        found.append(
            _("Im Stadtprofil fehlt „open_data.contributor_id“: Erst mit ihr nimmt GovData den Katalog an.")
        )
    if not chosen.municipality_key:
        found.append(_("Im Stadtprofil fehlt „open_data.municipality_key“, der amtliche Gemeindeschlüssel."))
    return found
