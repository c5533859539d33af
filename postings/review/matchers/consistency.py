"""Matcher `consistency`: what contradicts itself within one text. A rule names one of the checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from postings.review.anchors.wording import Wording
from postings.review.facts import deadline
from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement
from postings.review.rulebook import Rule

_SIGN = Wording(r"\b(?P<stem>[A-ZÄÖÜ][\w-]{2,40}?)(?P<sign>[*:_·]|/-?)(?P<end>innen|in)\b")
_PAIR = Wording(
    r"\b(?P<stem>[A-ZÄÖÜ][\w-]{2,40}?)(?P<end>innen) (?:und|oder|bzw\.|sowie|"
    r"/) (?P<other>[A-ZÄÖÜ][\w-]{2,40})\b"
)
_FORMAL = Wording(r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
_INFORMAL = Wording(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)\b")
_MAX = 50


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """What the rule's check finds."""
    return CHECKS[rule.options["check"]](scan)


def gender_signs(scan: Scan) -> Iterator[Match]:
    """Forms whose sign is not the one the text uses otherwise (the house's star decides, if it is there)."""
    forms = [(match, _name(match["sign"])) for match in _SIGN.finditer_text(scan.analysis.masked, scan.lower)]
    forms += [
        (match, "pair")
        for match in _PAIR.finditer_text(scan.analysis.masked, scan.lower)
        if _same_person(match)
    ]
    counts = Counter(name for _, name in forms)
    if len(counts) < 2:
        return
    wanted = _wanted(scan, counts)
    for match, name in forms:
        if name != wanted:
            yield Match(match.start(), match.end(), _with_sign(match, wanted))


def _name(sign: str) -> str:
    return {"*": "star", ":": "colon", "_": "underscore", "·": "dot"}.get(sign, "slash")


def _wanted(scan: Scan, counts: Counter[str]) -> str:
    house = "star" if scan.style in ("house", "neutral") else scan.style
    return house if house in counts else max(counts, key=lambda name: (counts[name], name == "star"))


def _same_person(match: re.Match[str]) -> bool:
    plain = str.maketrans("äöüÄÖÜ", "aouAOU")
    stem, other = match["stem"].translate(plain).lower(), match["other"].translate(plain).lower()
    return other.startswith(stem[:-1]) and len(other) - len(stem) <= 3


def _with_sign(match: re.Match[str], wanted: str) -> tuple[Replacement, ...]:
    sign = {"star": "*", "colon": ":", "underscore": "_", "slash": "/-", "dot": "·"}.get(wanted)
    if sign is None or ("other" in match.groupdict() and not match["other"].startswith(match["stem"])):
        return ()
    new = f"{match['stem']}{sign}{match['end']}"
    style = "star" if wanted == "dot" else wanted
    return (Replacement(style, new, True, (Edit(match.start(), match.end() - match.start(), new),)),)


def address(scan: Scan) -> Iterator[Match]:
    """Du where the text says Sie, or the other way round: the rarer of the two."""
    masked, lower = scan.analysis.masked, scan.lower
    informal = list(_INFORMAL.finditer_text(masked, lower))
    if not informal:
        return
    formal = [
        match
        for match in _FORMAL.finditer_text(scan.analysis.masked, scan.lower)
        if not _begins_sentence(scan, match)
    ]
    if not formal:
        return
    rarer = informal if len(informal) <= len(formal) else formal
    for match in rarer[:_MAX]:
        yield Match(*match.span())


def _begins_sentence(scan: Scan, match: re.Match[str]) -> bool:
    first, _ = scan.analysis.sentence_at(match.start())
    return not scan.analysis.masked[first : match.start()].strip(' „"»(')


def deadlines(scan: Scan) -> Iterator[Match]:
    """A second deadline that is another day than the first."""
    found = deadline.all_deadlines(scan.analysis)
    for place in found[1:_MAX]:
        if place.date != found[0].date:
            yield Match(place.start, place.end)


def deadline_past(scan: Scan) -> Iterator[Match]:
    """A deadline before the day of the review; only told when the caller names that day."""
    if not scan.dated:
        return
    for place in deadline.all_deadlines(scan.analysis)[:_MAX]:
        if place.date < scan.date:
            yield Match(place.start, place.end)


CHECKS: dict[str, Callable[[Scan], Iterator[Match]]] = {
    "gender-signs": gender_signs,
    "address": address,
    "deadlines": deadlines,
    "deadline-past": deadline_past,
}
