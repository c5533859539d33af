"""The city as a file: names, addresses, house style, definitions. No city's name stands in code."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest

STYLES = ("house", "star", "colon", "underscore", "slash", "pair", "neutral")

#: What a profile must hold: key -> type. A dot leads into a table.
REQUIRED: dict[str, type] = {
    "name": str, "official_name": str, "street": str, "postal_code": str, "town": str, "region": str,
    "country": str, "phone": str, "email": str, "website": str, "logo_text": str, "department": str,
    "house_style": str, "four_eyes": bool, "apply_url": str, "apply_code_parameter": str, "districts": list,
    "plan.name": str, "plan.title": str,
    "imprint.responsible": str, "imprint.represented_by": str, "imprint.vat_id": str,
    "privacy.controller": str, "privacy.officer": str, "privacy.officer_email": str,
    "privacy.authority": str, "privacy.authority_url": str,
    "accessibility.status": str, "accessibility.reviewed_on": str, "accessibility.known_barriers": list,
    "accessibility.feedback_email": str, "accessibility.arbitration.name": str,
    "accessibility.arbitration.address": str, "accessibility.arbitration.email": str,
    "accessibility.arbitration.phone": str, "accessibility.arbitration.url": str, "definitions": list,
}  # fmt: skip
DEFINITION_KEYS = ("id", "name", "text", "source")
_KINDS = {
    str: "ein Text in Anführungszeichen",
    bool: "true oder false",
    list: "eine Liste",
    dict: "ein Abschnitt",
}
_MISSING = object()


class ProfileError(Exception):
    """A profile that cannot be used; the message names file and key."""


@lru_cache(maxsize=4)
def load(path: str) -> dict[str, Any]:
    """The profile as nested dictionaries, checked."""
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ProfileError(f"Das Stadtprofil {path} gibt es nicht. Bitte prüfen Sie CITY_PROFILE.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"Das Stadtprofil {path} lässt sich nicht lesen ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"Das Stadtprofil {path} ist keine gültige TOML-Datei: {error}.") from error
    for key, kind in REQUIRED.items():
        _check(path, content, key, kind)
    _check_values(path, content)
    return content


def _find(content: dict[str, Any], key: str) -> Any:
    value: Any = content
    for part in key.split("."):
        value = value.get(part, _MISSING) if isinstance(value, dict) else _MISSING
    return value


def _check(path: str, content: dict[str, Any], key: str, kind: type) -> None:
    value = _find(content, key)
    if value is _MISSING:
        raise ProfileError(f"Im Stadtprofil {path} fehlt „{key}“ ({_KINDS[kind]}).")
    if not isinstance(value, kind):
        raise ProfileError(f"Im Stadtprofil {path} muss „{key}“ {_KINDS[kind]} sein.")


def _check_values(path: str, content: dict[str, Any]) -> None:
    if content["house_style"] not in STYLES:
        raise ProfileError(f"Im Stadtprofil {path} ist „house_style“ keiner von: {', '.join(STYLES)}.")
    for key in ("apply_url", "website"):
        if not content[key].startswith(("https://", "http://")):
            raise ProfileError(f"Im Stadtprofil {path} muss „{key}“ mit https:// beginnen.")
    _check_events(path, content)
    _check_communities(path, content)
    for number, definition in enumerate(content["definitions"], start=1):
        for key in DEFINITION_KEYS:
            if not isinstance(definition, dict) or not isinstance(definition.get(key), str):
                raise ProfileError(f"Im Stadtprofil {path} fehlt „{key}“ in der {number}. Definition.")


def _check_events(path: str, content: dict[str, Any]) -> None:
    """How early events are announced and reminded of; both may be left out."""
    weeks, days = content.get("event_lead_weeks", 0), content.get("event_reminder_days", [])
    if not isinstance(weeks, int) or weeks < 0:
        raise ProfileError(f"Im Stadtprofil {path} muss „event_lead_weeks“ eine Zahl von Wochen sein.")
    if not isinstance(days, list) or not all(isinstance(day, int) and 0 < day <= 90 for day in days):
        raise ProfileError(
            f"Im Stadtprofil {path} muss „event_reminder_days“ eine Liste von Tagen sein (1 bis 90)."
        )


def _check_communities(path: str, content: dict[str, Any]) -> None:
    """Languages and their shares of the population; may be left out."""
    reach = content.get("reach", {})
    given = reach.get("communities", []) if isinstance(reach, dict) else []
    for number, one in enumerate(given if isinstance(given, list) else [given], start=1):
        names = ("language", "source", "on")
        texts = isinstance(one, dict) and all(isinstance(one.get(name), str) for name in names)
        share = one.get("share") if isinstance(one, dict) else None
        if not texts or not isinstance(share, int | float) or not 0 <= share <= 100:
            raise ProfileError(
                f"Im Stadtprofil {path} braucht die {number}. Gemeinschaft (reach.communities) language, "
                "source und on als Text und share als Prozentzahl von 0 bis 100."
            )


def city() -> dict[str, Any]:
    """The profile of the city this service runs for (setting `CITY_PROFILE`)."""
    return load(str(settings.CITY_PROFILE))


def context(request: HttpRequest) -> dict[str, Any]:
    """Template context: `city`."""
    return {"city": city()}
