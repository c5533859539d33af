"""Matcher `demands`: a list of requirements that is longer than a rule allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.review.cutting.masking import Line
from postings.review.matchers import line_phrases
from postings.review.matchers.line_phrases import LinePhrases
from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule

_LINES = 60  # of a list that are read


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """The heading of each list of requirements with more than so many hard ones."""
    headings = line_phrases.of(tuple(rule.options["headings"]))
    soft = line_phrases.of(tuple(rule.options["soft"]))
    lines = scan.analysis.lines
    for at, line in enumerate(lines):
        if line.kind in ("heading", "text") and _holds(headings, line, scan):
            items = _items(lines[at + 1 : at + 1 + _LINES])
            hard = sum(not _holds(soft, item, scan) for item in items)
            if hard > rule.options["most"]:
                colon = scan.analysis.masked[line.end - 1] == ":"
                yield Match(line.start, line.end - colon, note=f"({hard})")


def _items(lines: Sequence[Line]) -> list[Line]:
    """The list right below: its items, until something else than a wrapped line follows."""
    items: list[Line] = []
    for line in lines:
        if line.kind == "bullet":
            items.append(line)
        elif line.kind == "heading" or (line.kind == "text" and not items):
            break
    return items


def _holds(phrases: LinePhrases, line: Line, scan: Scan) -> bool:
    return bool(phrases.find(scan.analysis.masked, line))
