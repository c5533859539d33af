"""Reads the fields of a check: which text, which language, which rules."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from django.utils.translation import gettext as _

from postings.languagetool.annotated import Annotated
from postings.languagetool.errors import TooLargeError, UnusableError
from postings.languagetool.languages import Language, language_of
from postings.review import Finding
from postings.review.model import Style

#: CONTRACT §3: 100 kB a request, counted in UTF-8.
MAX_BYTES = 100_000


@dataclass(frozen=True)
class Selection:
    """Which findings the client wants. `default` leaves hints out, `picky` shows them too."""

    level: str = "default"
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    only: bool = False

    def wants(self, finding: Finding) -> bool:
        """True if this finding is to be shown. A named rule beats its category."""
        named = finding.rule.casefold() in self.enabled_rules
        in_category = finding.category.casefold() in self.enabled_categories
        if self.only:
            return named or in_category
        if finding.rule.casefold() in self.disabled_rules:
            return False
        if named:
            return True
        if finding.category.casefold() in self.disabled_categories:
            return False
        return in_category or finding.severity != "hint" or self.level == "picky"


@dataclass(frozen=True)
class Query:
    """One request to check a text."""

    annotated: Annotated
    language: Language
    selection: Selection
    style: Style


def read(fields: Mapping[str, str]) -> Query:
    """The query in the form fields. Raises UnusableError or TooLargeError."""
    annotated = _annotated(fields)
    style = fields.get("style") or "house"
    if style not in get_args(Style):
        raise UnusableError(_("'style' ist eines von: {styles}.").format(styles=", ".join(get_args(Style))))
    return Query(
        annotated,
        language_of(fields.get("language", ""), annotated.plain, fields.get("preferredVariants", "")),
        _selection(fields),
        style,  # type: ignore[arg-type]
    )


def _annotated(fields: Mapping[str, str]) -> Annotated:
    if ("text" in fields) == ("data" in fields):
        raise UnusableError(_("Bitte senden Sie entweder das Feld 'text' oder das Feld 'data'."))
    sent = fields["text"] if "text" in fields else fields["data"]
    if "text" in fields:
        _expect_small(sent)
        return Annotated.of_text(sent)
    _expect_small(sent, allowance=4)
    try:
        data = json.loads(sent)
    except (ValueError, RecursionError):
        raise UnusableError(_("Das Feld 'data' ist kein gültiges JSON.")) from None
    annotated = Annotated.of_data(data)
    _expect_small(annotated.original)
    _expect_small(annotated.plain)
    return annotated


def _expect_small(text: str, allowance: int = 1) -> None:
    if len(text) > MAX_BYTES * allowance or len(text.encode("utf-8", "replace")) > MAX_BYTES * allowance:
        raise TooLargeError(
            _(
                "Der Text ist zu lang: Eine Anfrage darf höchstens {limit} kB haben. "
                "Bitte prüfen Sie ihn in Teilen."
            ).format(limit=MAX_BYTES // 1000)
        )


def _selection(fields: Mapping[str, str]) -> Selection:
    level = fields.get("level") or "default"
    if level not in ("default", "picky"):
        raise UnusableError(_("'level' ist 'default' oder 'picky'."))
    only = (fields.get("enabledOnly") or "false").lower()
    if only not in ("true", "false", "yes", "no"):
        raise UnusableError(_("'enabledOnly' ist 'true' oder 'false'."))
    selection = Selection(
        level,
        _names(fields, "enabledRules"),
        _names(fields, "disabledRules"),
        _names(fields, "enabledCategories"),
        _names(fields, "disabledCategories"),
        only in ("true", "yes"),
    )
    if selection.only and not (selection.enabled_rules or selection.enabled_categories):
        raise UnusableError(_("'enabledOnly' braucht 'enabledRules' oder 'enabledCategories'."))
    if selection.only and (selection.disabled_rules or selection.disabled_categories):
        raise UnusableError(_("'enabledOnly' schließt 'disabledRules' und 'disabledCategories' aus."))
    return selection


def _names(fields: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(re.sub(r"\s", "", fields.get(name, "")).casefold().split(",")) - {""}
