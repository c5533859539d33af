"""The few kinds of matching a rule can ask for, by the name that rule files use."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postings.review.matchers import consistency, long_sentences, person_nouns, phrases
from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule

__all__ = ["MATCHERS", "Match", "Scan", "find"]

MATCHERS: dict[str, Callable[[Rule, Scan], Iterator[Match]]] = {
    "phrases": phrases.find,
    "pattern": phrases.find,
    "person-nouns": person_nouns.find,
    "consistency": consistency.find,
    "sentences": long_sentences.find,
}


def find(rule: Rule, scan: Scan) -> list[Match]:
    """What a rule finds: in order, the wider one where two overlap."""
    found = sorted(MATCHERS[rule.matcher](rule, scan), key=lambda match: (match.start, -match.end))
    kept: list[Match] = []
    for match in found:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
