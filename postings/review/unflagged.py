"""No replacement is flagged itself: what another rule would reject where two findings meet is not offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from postings.review import matchers
from postings.review.fixing import apply
from postings.review.language import analyse
from postings.review.matchers import Match, Scan
from postings.review.model import Replacement
from postings.review.rulebook import Rule

_NOTE = "Hier ist die Bezeichnung selbst das Problem; bitte lesen Sie den anderen Hinweis an dieser Stelle."
Place = tuple[Match, Rule]


def unflagged(places: Sequence[Place], scan: Scan) -> list[Place]:
    """The places, without replacements of person nouns that a rule about the same words rejects."""
    others = [place for place in places if place[1].matcher in matchers.WORDINGS]
    return [
        (_checked(match, others, scan), rule) if rule.matcher == "person-nouns" else (match, rule)
        for match, rule in places
    ]


def _checked(match: Match, others: Sequence[Place], scan: Scan) -> Match:
    rules = [
        rule
        for other, rule in others
        if other.start < match.end and match.start < other.end and _counts(rule, scan)
    ]
    if not rules or not match.replacements:
        return match
    kept = tuple(one for one in match.replacements if not _is_flagged(one, match, rules, scan))
    return replace(match, replacements=kept, note=match.note if kept else _NOTE)


def _counts(rule: Rule, scan: Scan) -> bool:
    """Who asks for a sign throughout gets it also where a mere hint speaks against the word."""
    return rule.severity != "hint" or scan.style == "house"


def _is_flagged(one: Replacement, match: Match, rules: Sequence[Rule], scan: Scan) -> bool:
    start, end = scan.analysis.sentence_at(match.start)
    edits = [
        replace(edit, offset=edit.offset - start)
        for edit in one.edits
        if start <= edit.offset and edit.offset + edit.length <= end
    ]
    text = apply(scan.analysis.text[start:end], sorted(edits, key=lambda edit: edit.offset))
    again = Scan(analyse(text), scan.style, scan.date, scan.dated)
    return any(matchers.find(rule, again) for rule in rules)
