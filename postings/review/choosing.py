"""Which of the places that rules found are told: the widest, each theme once, nothing twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from postings.review import matchers, rulebook
from postings.review.cutting import groups
from postings.review.excused import LONGEST, is_excused
from postings.review.rulebook import Rule

# "eindeutig als Frau auftreten" is about identity, not about whom the work suits.
_NARROWER = "sexual-identity"
# Where a rule says what is wrong with a part of a sentence, a guess about these grounds only repeats it.
_INSTEAD = {
    "gender": (_NARROWER, "family"),
    "family": ("age",),
    "disability": ("gender", "family", _NARROWER),
}
_JOINT = re.compile(r" und | sowie |; ")
# "Bewerbungen von … sind zwecklos", "Flüchtlinge": silent on who is turned away, so a theme may speak too
_OF_ANYONE = frozenset({"abschreckung", "menschen-abwerten"})
# How a sentence is built or spelled says nothing about whom it leaves out.
_OF_STYLE = frozenset({"generic-masculine", "plain-language", "consistency"})
_ADVICE = frozenset({"barrier", "leitbild"})
# Who is turned away, or only let in, is told where the law forbids it; its tone needs no finding of its own.
_BESIDE_THE_LAW = frozenset(
    {"abschreckung", "geduldet", "migrationshintergrund", "toleranz-gegenueber-fremden", "passt-ins-team"}
)


def widest(
    places: list[tuple[matchers.Match, Rule]], scan: matchers.Scan
) -> list[tuple[matchers.Match, Rule]]:
    """Of overlapping places of one category the widest stays; long sentences stand beside what is in them."""
    kept: list[tuple[matchers.Match, Rule]] = []
    last: dict[str, int] = {}
    blamed = [place for place in places if not is_excused(*place, scan)]
    by_width = sorted(_without_themes(blamed, scan), key=lambda place: (place[0].start, -place[0].end))
    for match, rule in by_width:
        if rule.matcher != "sentences":
            if match.start < last.get(rule.category, 0):
                continue
            last[rule.category] = match.end
        kept.append((match, rule))
    return list(_without_echoes(kept, scan))


def _without_themes(
    places: list[tuple[matchers.Match, Rule]], scan: matchers.Scan
) -> Iterator[tuple[matchers.Match, Rule]]:
    """A theme is told once in a sentence, and only where no other rule says more about it or its words.

    It is a guess by words: an ad without any other fault that invites everyone by name is not suspected.
    """
    exact = [place for place in places if place[1].matcher != "theme"]
    yield from exact
    if not any(rule.category in rulebook.LEGAL_CATEGORIES for _, rule in exact) and groups.invites_everyone(
        scan.analysis.masked
    ):
        return
    told = {(rule.category, _clause(scan, match)) for match, rule in exact}
    said: dict[str, set[int]] = defaultdict(set)
    for match, rule in exact:
        if match.end - match.start < LONGEST and rule.id not in _OF_ANYONE and rule.category not in _OF_STYLE:
            said[rule.category].update(range(match.start, match.end))
    taken = set().union(*said.values())
    themes = [
        (match, rule)
        for match, rule in places
        if rule.matcher == "theme"
        and match.start not in taken
        and said[rule.category].isdisjoint(range(match.start, match.end))
    ]
    for match, rule in sorted(themes, key=lambda place: place[1].category != _NARROWER):
        clause = _clause(scan, match)
        if not {(each, clause) for each in (rule.category, *_INSTEAD.get(rule.category, ()))} & told:
            told.add((rule.category, clause))
            yield match, rule


def _clause(scan: matchers.Scan, match: matchers.Match) -> tuple[int, int]:
    """The part of a sentence: between commas, "und" and "oder" stand points of their own."""
    first, _ = scan.analysis.sentence_at(match.start)
    return first, len(_JOINT.findall(scan.analysis.masked, first, match.start))


def _without_echoes(
    places: list[tuple[matchers.Match, Rule]], scan: matchers.Scan
) -> Iterator[tuple[matchers.Match, Rule]]:
    """Leave out what a stronger finding is about already: hints, and advice beside what the law forbids."""
    legal = [
        (match, rule)
        for match, rule in places
        if rule.category in rulebook.LEGAL_CATEGORIES and rule.category != "generic-masculine"
    ]
    forbidden = [(match.start, match.end) for match, rule in legal if rule.severity == "must"]
    judged = {scan.analysis.sentence_at(match.start) for match, rule in legal if rule.severity != "hint"}
    end = 0
    for match, rule in places:
        if rule.severity == "must":
            end = max(end, match.end)
        elif rule.severity == "hint" and rule.matcher != "sentences" and match.end <= end:
            continue
        if rule.category in _ADVICE and _meets(match, forbidden):
            continue
        if rule.id in _BESIDE_THE_LAW and scan.analysis.sentence_at(match.start) in judged:
            continue
        yield match, rule


def _meets(match: matchers.Match, spans: list[tuple[int, int]]) -> bool:
    return any(start < match.end and match.start < end for start, end in spans)
