"""System checks of reach: wrong rules for released figures are told before the service starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings as django_settings
from django.core.checks import CheckMessage, Error, Tags, register

from outreach.profile import ProfileError, city
from outreach.reach.protection import settings

Apps = Sequence[AppConfig] | None
HINT = f"Möglich sind: {', '.join(['method', *settings.LIMITS])}."


@register(Tags.compatibility)
def release_rules(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """The section `[reach]` of the city's profile can be used. What cannot be is replaced by the defaults."""
    try:
        section = city().get("reach", {})
    except ProfileError:
        return []  # told by its own check
    if not isinstance(section, dict):
        return [Error("Im Stadtprofil ist „reach“ kein Abschnitt.", hint=HINT, id="reach.E001")]
    # Sections of their own have checks of their own, and `communities` is read with the profile.
    own = {
        key: value for key, value in section.items() if not isinstance(value, dict) and key != "communities"
    }
    known = {"method", *settings.LIMITS}
    found: list[CheckMessage] = [
        Error(f"Im Stadtprofil gibt es „reach.{key}“ nicht.", hint=HINT, id="reach.E002")
        for key in own
        if key not in known
    ]
    for key, value in own.items():
        if key in known and (problem := settings.wrong(key, value)):
            found.append(Error(f"Im Stadtprofil, Abschnitt [reach]: {problem}.", hint=HINT, id="reach.E003"))
    return found or _steps(own)


def _steps(own: dict[str, Any]) -> list[CheckMessage]:
    rules = settings.Settings(**own)
    found: list[CheckMessage] = []
    for key in ("threshold", "persons_threshold"):
        if getattr(rules, key) % rules.base:
            sentence = f"Im Stadtprofil ist „reach.{key}“ kein Vielfaches von „base“ ({rules.base})."
            hint = "Zahlen werden auf Vielfache von „base“ gerundet; eine Schwelle dazwischen gibt es nicht."
            found.append(Error(sentence, hint=hint, id="reach.E004"))
    return found


@register(Tags.security)
def protections_on(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """No protection is switched off, except where tests and the attack suite try what happens then."""
    off = [str(name) for name in django_settings.REACH_SWITCHED_OFF]
    unknown = [name for name in off if name not in settings.switches()]
    found: list[CheckMessage] = []
    if unknown:
        sentence = f"REACH_SWITCHED_OFF nennt Schutz, den es nicht gibt: {', '.join(unknown)}."
        hint = f"Möglich sind: {', '.join(settings.switches())}."
        found.append(Error(sentence, hint=hint, id="reach.E005"))
    if off and not django_settings.DEBUG:
        sentence = f"Der Schutz der Zahlen ist teilweise abgeschaltet: {', '.join(off)}."
        hint = "Das ist nur für Versuche mit DEBUG=true. Lassen Sie REACH_SWITCHED_OFF weg."
        found.append(Error(sentence, hint=hint, id="reach.E006"))
    return found
