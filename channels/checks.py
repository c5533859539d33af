"""System checks of the channels: what is wrong is told before the service starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register

from channels import esco, languages
from outreach.profile import ProfileError


@register()
def language_files(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every language file has every string with its placeholders."""
    hint = "Ein vollständiges Beispiel ist channels/languages/strings/de.toml."
    return [Error(problem, hint=hint, id="channels.E001") for problem in languages.problems()]


@register()
def occupation_files(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """What the city put into its folder for ESCO are lists of occupations. Without any, nothing is shown."""
    hint = (
        "Nötig sind occupations_de.csv und je Sprache eine weitere Datei, wie die Europäische Kommission sie "
        "anbietet (esco.ec.europa.eu, Download, CSV)."
    )
    return [Warning(f"ESCO: {problem}", hint=hint, id="channels.W020") for problem in esco.problems()]


@register()
def routing_rules(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The rules of routing, with the city's own changes, can be used; nobody is sent by a broken one."""
    from channels.routing.rules import RuleError, rules  # needs the models

    try:
        rules()
    except RuleError as error:
        hint = "Wie Regeln aussehen, steht in channels/routing/rules.toml; eigene stehen im Stadtprofil."
        return [Error(f"Verteilung: {error}", hint=hint, id="channels.E010")]
    except ProfileError:
        return []  # told by its own check
    return []
