"""Matcher `balance`: far more demanding words than connecting ones, over the whole text.

After the word lists of Gaucher, Friesen and Kay (2011); the German words stand in the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule
from postings.review.rulebook.phrases import compiled


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
    found = (
        pattern.regex.search(scan.analysis.masked)
        for pattern in compiled(phrases)
        if pattern.may_match(scan.lower)
    )
    return sorted({match.span() for match in found if match})
