"""The few kinds of matching a rule can ask for, by the name that rule files use."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator

from postings.review.matchers import (
    balance,
    consistency,
    demands,
    long_sentences,
    person_nouns,
    wordings,
    words,
)
from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule

__all__ = ["MATCHERS", "WORDINGS", "Match", "Scan", "find", "find_all"]

WORDINGS = ("phrases", "pattern", "theme")
MATCHERS: dict[str, Callable[[Rule, Scan], Iterator[Match]]] = {
    "phrases": lambda rule, scan: _wording(rule, scan),
    "pattern": lambda rule, scan: _wording(rule, scan),
    "theme": lambda rule, scan: _wording(rule, scan),
    "person-nouns": person_nouns.find,
    "consistency": consistency.find,
    "sentences": long_sentences.find,
    "words": words.find,
    "balance": balance.find,
    "demands": demands.find,
}


def find(rule: Rule, scan: Scan) -> list[Match]:
    """What a rule finds: in order, the wider one where two overlap."""
    found = sorted(MATCHERS[rule.matcher](rule, scan), key=lambda match: (match.start, -match.end))
    kept: list[Match] = []
    for match in found:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def find_all(rules: tuple[Rule, ...], scan: Scan) -> list[tuple[Match, Rule]]:
    """What some rules find, in the order of the rules; their wordings in one pass."""
    found: defaultdict[int, list[Match]] = defaultdict(list)
    for number, match in wordings.of(rules).find(scan):
        found[number].append(match)
    for number in _others(rules):
        found[number] = find(rules[number], scan)
    return [(match, rules[number]) for number in sorted(found) for match in found[number]]


@functools.lru_cache(maxsize=16)
def _others(rules: tuple[Rule, ...]) -> tuple[int, ...]:
    """The numbers of the rules that look for something else than wordings: a few of more than a thousand."""
    return tuple(number for number, rule in enumerate(rules) if rule.matcher not in WORDINGS)


def _wording(rule: Rule, scan: Scan) -> Iterator[Match]:
    return (match for _, match in wordings.of_one(rule).find(scan))
