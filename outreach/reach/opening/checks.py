"""System check: the city's rules of counting can be used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from outreach.profile import ProfileError
from outreach.reach.opening.configuration import counting_rules


@register()
def rules_of_counting(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """`[reach.counting]` of the profile. A profile that cannot be read at all is told elsewhere."""
    try:
        counting_rules()
    except ProfileError as error:
        if "reach.counting" not in str(error):
            return []
        hint = "Der Abschnitt [reach.counting] darf fehlen. Möglich ist zum Beispiel days_kept = 45."
        return [Error(str(error), hint=hint, id="reach.E010")]
    return []
