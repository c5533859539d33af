"""Reasons in words: made when an ad is routed, kept in `Delivery.reasons`, shown on pages and in mails."""

from __future__ import annotations

from typing import Any, TypedDict

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from channels.models.partner import Partner
from channels.routing.facts import AdFacts
from channels.routing.languages import name_in
from channels.routing.matching import shared
from channels.routing.rules import Rule
from postings.families import families

#: A reader remembers three reasons.
SHOWN = 3
PACKAGE_NAMES = {
    "plain_text": gettext_lazy("Text in Einfacher Sprache"),
    "read_aloud": gettext_lazy("Text zum Vorlesen"),
    "messenger": gettext_lazy("Text für Messenger"),
    "poster": gettext_lazy("Plakat zum Aushängen"),
    "page": gettext_lazy("Stellenseite mit allen Einzelheiten"),
}


class Reason(TypedDict):
    """One entry of `Delivery.reasons`."""

    rule: str
    text: str
    text_en: str
    weight: int
    package: str


def reason(rule: Rule, ad: AdFacts, partner: Partner) -> Reason:
    """The rule's words with what was found in this ad."""
    return Reason(
        rule=rule.id,
        text=rule.text.format(**_words(rule, ad, partner, "de")),
        text_en=rule.text_en.format(**_words(rule, ad, partner, "en")),
        weight=rule.weight,
        package=rule.package,
    )


def fits(reasons: list[dict[str, Any]], partner: Partner | None = None) -> str:
    """ "Passt zu Ihnen, weil B1 reicht und weil Teilzeit möglich ist."; for staff with the partner's name."""
    clauses = because(reasons)
    if not clauses:
        return ""
    if partner is None:
        return _("Passt zu Ihnen, {because}.").format(because=clauses)
    return _("Passt zum Partner {partner}, {because}.").format(partner=partner.name, because=clauses)


def because(reasons: list[dict[str, Any]]) -> str:
    """The best reasons as one clause; the same words of two rules stand there once."""
    texts = list(dict.fromkeys(_text(entry) for entry in reasons))[:SHOWN]
    if len(texts) < 2:
        return "".join(texts)
    return _("{first} und {last}").format(first=", ".join(texts[:-1]), last=texts[-1])


def packages(reasons: list[dict[str, Any]]) -> list[str]:
    """What the reasons ask to stand first in the package, the best first."""
    return list(dict.fromkeys(entry["package"] for entry in reasons if entry.get("package")))


def fit(reasons: list[dict[str, Any]]) -> int:
    """How well an ad fits; ads and partners are ordered by it, nothing is left out by it."""
    return sum(entry.get("weight", 0) for entry in reasons)


def _text(entry: dict[str, Any]) -> str:
    if (get_language() or "de").startswith("en"):
        return entry.get("text_en") or entry["text"]
    return entry["text"]


def _words(rule: Rule, ad: AdFacts, partner: Partner, language: str) -> dict[str, str]:
    words = {
        "german": ad.german or "",
        "openings": str(ad.openings),
        "family": "",
        "district": "",
        "language": "",
    }
    if rule.shared and (key := shared(rule.shared, ad, partner)):
        words[rule.shared] = _name(rule.shared, key, language)
    return words


def _name(what: str, key: str, language: str) -> str:
    if what == "language":
        return name_in(key, language)
    if what == "family":
        family = families()[key]
        return family.name_en if language == "en" else family.name
    return key
