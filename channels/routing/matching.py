"""Whether a rule's conditions hold for an ad and a partner. Pure: facts in, yes or no and the words out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from channels.models.partner import Partner
from channels.routing.facts import LEVELS, AdFacts
from channels.routing.rules import Rule

_Told = Callable[[AdFacts, Any], bool]
#: Conditions that compare; every other one is "the fact is exactly this".
_COMPARED: dict[str, _Told] = {
    "german_up_to": lambda ad, level: ad.german is not None and _rank(ad.german) <= _rank(level),
    "german_from": lambda ad, level: ad.german is not None and _rank(ad.german) >= _rank(level),
    "degree": lambda ad, degrees: ad.degree in degrees,
    "openings_from": lambda ad, count: ad.openings >= count,
    "pay_from": lambda ad, band: ad.pay_band is not None and ad.pay_band >= band,
    "families": lambda ad, wanted: bool(set(ad.families) & set(wanted)),
}


def holds(rule: Rule, ad: AdFacts, partner: Partner, today: datetime.date) -> bool:
    """Whether every condition of the rule holds."""
    return (
        all(_ad_holds(ad, key, value, today) for key, value in rule.ad.items())
        and all(_partner_holds(partner, key, value) for key, value in rule.partner.items())
        and (not rule.shared or shared(rule.shared, ad, partner) is not None)
    )


def shared(what: str, ad: AdFacts, partner: Partner) -> str | None:
    """The first family, district or language that both have."""
    theirs = {"family": partner.families, "district": partner.districts, "language": partner.languages}[what]
    ours = {"family": ad.families, "district": ad.districts, "language": ad.languages}[what]
    return next((key for key in ours if key in theirs), None)


def _rank(level: str) -> int:
    return LEVELS.index(level)


def _ad_holds(ad: AdFacts, key: str, value: Any, today: datetime.date) -> bool:
    if key == "days_left_up_to":
        return ad.deadline is not None and 0 <= (ad.deadline - today).days <= value
    compared = _COMPARED.get(key)
    return compared(ad, value) if compared else getattr(ad, key) == value


def _partner_holds(partner: Partner, key: str, value: Any) -> bool:
    if key == "kinds":
        return partner.kind in value
    if key == "languages":
        return bool(set(partner.languages) & set(value))
    return bool(re.search(value, partner.audience, re.IGNORECASE))
