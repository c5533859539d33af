"""System checks of the voluntary questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from outreach.profile import ProfileError


@register()
def disclosure_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Nobody is asked under a definition that does not exist."""
    from outreach.reach.disclosure import questions  # needs the models

    try:
        problems = questions.problems()
    except ProfileError:  # told by its own check
        return []
    hint = "Der Abschnitt [reach.disclosure] steht im Stadtprofil, siehe outreach/profiles/hannover.toml."
    return [Error(f"Stadtprofil: {sentence}.", hint=hint, id="reach.E020") for _key, sentence in problems]
