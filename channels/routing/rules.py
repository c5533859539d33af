"""Reads and checks the rules; a city's profile may change weights and words, switch rules off and add own."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from channels.models.partner import Partner
from channels.routing.facts import LEVELS
from outreach.profile import city
from postings.families import families

FILE = Path(__file__).with_name("rules.toml")
#: What may stand first on a partner's page (`channels.partners.passing_on.ways` makes the buttons).
PACKAGES = ("plain_text", "read_aloud", "messenger", "poster", "page")
SHARED = ("family", "district", "language")
AD = {
    "german_up_to": str, "german_from": str, "degree": list, "equal_degrees": bool, "foreign_degrees": bool,
    "part_time": bool, "shifts": bool, "limited": bool, "remote": bool, "apprenticeship": bool,
    "newcomers": bool, "driving_licence": bool, "openings_from": int, "pay_from": int, "families": list,
    "days_left_up_to": int,
}  # fmt: skip
PARTNER = {"kinds": list, "languages": list, "audience": str}
DEGREES = ("none", "school", "training", "study")
PLACEHOLDERS = {"german", "family", "district", "language", "openings"}
#: What must not meet in one rule: a field of work or a pay band, and who the partner is.
_FIELD_OF_WORK = {"families", "pay_from"}
_WHO = {"kinds", "languages"}
_WEIGHTS = range(1, 11)


class RuleError(Exception):
    """A rule that cannot be used; the message names the rule and what is wrong."""


@dataclass(frozen=True)
class Rule:
    """One reason why an ad fits a partner; it never decides whether they get it."""

    id: str
    weight: int
    text: str
    text_en: str
    package: str = ""
    shared: str = ""
    ad: dict[str, Any] = field(default_factory=dict)
    partner: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RuleSet:
    """The rules of a city, and what stands first in the package of each kind of partner."""

    rules: tuple[Rule, ...]
    packages: dict[str, tuple[str, ...]]
    usual_first: tuple[str, ...] = ()


def rules() -> RuleSet:
    """The rules of the city this service runs for."""
    return _of(json.dumps(city().get("routing", {}), sort_keys=True, default=str))


@lru_cache(maxsize=4)
def _of(own: str) -> RuleSet:
    changes, content = json.loads(own), _file()
    entries = {entry["id"]: entry for entry in content["rules"]}
    for id, change in changes.get("rules", {}).items():
        entries[id] = {**entries.get(id, {"id": id}), **change}
    content["rules"] = [entry for entry in entries.values() if not entry.pop("off", False)]
    content["packages"] |= changes.get("packages", {})
    return _checked(content)


def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _checked(content: dict[str, Any]) -> RuleSet:
    packages = {kind: tuple(found) for kind, found in content["packages"].items()}
    for kind, found in packages.items():
        if kind not in Partner.Kind.values or set(found) - set(PACKAGES):
            raise RuleError(f"packages.{kind}: {found}")
    read = tuple(_rule(entry) for entry in content["rules"])
    return RuleSet(read, packages, tuple(content.get("usual_first", ())))


def _rule(entry: dict[str, Any]) -> Rule:
    id = entry.get("id", "?")
    unknown = set(entry) - set(Rule.__dataclass_fields__)
    if unknown:
        raise RuleError(f"{id}: {', '.join(sorted(unknown))}?")
    missing = [key for key in ("weight", "text", "text_en") if not entry.get(key)]
    if missing:
        raise RuleError(f"{id}: {', '.join(missing)} fehlt")
    rule = Rule(**entry)
    _check_words(rule)
    _check_conditions(rule)
    _check_fairness(rule)
    return rule


def _check_words(rule: Rule) -> None:
    if rule.weight not in _WEIGHTS:
        raise RuleError(f"{rule.id}: weight geht von 1 bis 10")
    if not rule.text.startswith("weil ") or not rule.text_en.startswith("because "):
        raise RuleError(f"{rule.id}: ein Grund beginnt mit „weil“ und „because“")
    for text in (rule.text, rule.text_en):
        if not set(re.findall(r"{(.*?)}", text)) <= PLACEHOLDERS:
            raise RuleError(f"{rule.id}: unbekanntes Feld in „{text}“")
    if rule.package and rule.package not in PACKAGES:
        raise RuleError(f"{rule.id}: package „{rule.package}“ gibt es nicht")
    if rule.shared and rule.shared not in SHARED:
        raise RuleError(f"{rule.id}: shared „{rule.shared}“ gibt es nicht")


def _check_conditions(rule: Rule) -> None:
    for part, known in ((rule.ad, AD), (rule.partner, PARTNER)):
        for key, value in part.items():
            if key not in known or type(value) is not known[key]:
                raise RuleError(f"{rule.id}: „{key} = {value!r}“ ist keine Bedingung")
    values = [
        (rule.ad.get("degree", []), DEGREES),
        (rule.ad.get("families", []), families()),
        (rule.partner.get("kinds", []), Partner.Kind.values),
        ([rule.ad[key] for key in ("german_up_to", "german_from") if key in rule.ad], LEVELS),
    ]
    for found, known in values:
        if set(found) - set(known):
            raise RuleError(f"{rule.id}: {found} gibt es nicht")
    try:
        re.compile(rule.partner.get("audience", ""))
    except re.error as error:
        raise RuleError(f"{rule.id}: audience ist kein Suchmuster ({error})") from error
    if not (rule.ad or rule.partner or rule.shared):
        raise RuleError(f"{rule.id}: eine Regel ohne Bedingung gilt für alles")


def _check_fairness(rule: Rule) -> None:
    """No field of work and no pay is tied to a community: who gets what first must not follow origin."""
    if set(rule.ad) & _FIELD_OF_WORK and set(rule.partner) & _WHO:
        raise RuleError(f"{rule.id}: Berufsfeld oder Bezahlung dürfen nicht an Art oder Sprache hängen")
