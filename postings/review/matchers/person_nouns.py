"""Matcher `person-nouns`: the generic masculine, found by its own grammar; a rule takes one kind of it."""

from __future__ import annotations

from collections.abc import Iterator

from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """The hits of the kind that the rule names."""
    for hit in scan.person_nouns:
        if hit.kind == rule.options["kind"]:
            end = hit.offset + hit.length
            yield Match(hit.offset, end, tuple(hit.replacements), hit.note, hit.severity)
