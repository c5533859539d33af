"""Matcher `balance`: far more demanding words than connecting ones, over the whole text.

After the word lists of Gaucher, Friesen and Kay (2011); the German words stand in the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from postings.review.matchers import line_phrases
from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """One place: the first demanding word, where they outweigh the others."""
    demanding = _spans(tuple(rule.options["fordernd"]), scan)
    if len(demanding) < rule.options["least"]:
        return
    connecting = len(_spans(tuple(rule.options["verbindend"]), scan))
    if len(demanding) > rule.options["times"] * connecting:
        start, end = min(demanding)
        yield Match(start, end, note=f"({len(demanding)} : {connecting})")


def _spans(phrases: tuple[str, ...], scan: Scan) -> list[tuple[int, int]]:
    """Where each of the words stands first: a word said twice counts once."""
    words = line_phrases.of(phrases)
    first: dict[int, tuple[int, int]] = {}
    for line in scan.analysis.lines:
        for number, start, end in words.find(scan.analysis.masked, line):
            first.setdefault(number, (line.start + start, line.start + end))
    return sorted(set(first.values()))
