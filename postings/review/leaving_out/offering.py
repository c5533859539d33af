"""Which words go so that a finding is gone and the sentence still stands."""

from __future__ import annotations

import re

from postings.review.language import Analysis
from postings.review.leaving_out import addition, attribute, clause, lines, opening, whole, words
from postings.review.leaving_out.listing import Listing
from postings.review.leaving_out.pairs import widened
from postings.review.leaving_out.points import cut, is_even
from postings.review.model import Edit, Replacement

_LONGEST = 300
_AGED = re.compile(r" (?:alt|jung|groß)\b")  # "zwischen 20 und 30 Jahre alt"
_NEXT_SENTENCE = re.compile(r"\. +\S")  # behind a number that may count something: "bis 35. Die Stadt …"
_ENDS_OPEN = re.compile(r"(?:,|\b(?:und|oder|sowie))\Z")  # a finding that ends before its last word


def replacement(analysis: Analysis, start: int, end: int, *, only_part: bool = False) -> Replacement | None:
    """The finding [start, end) left out; None where German is not certain to stand without it.

    `only_part`: the sentence itself is needed, and never goes as a whole.
    Never `safe`: whether the ad can do without these words is for people to say.
    """
    first, last = analysis.sentence_at(start)
    if end > last or last - first > _LONGEST or _ENDS_OPEN.search(analysis.masked[start:end]):
        return None
    if _NEXT_SENTENCE.match(analysis.masked, end, last):
        return None
    line = analysis.line_at(first)
    if line.kind == "heading" and not lines.is_loose_item(analysis, analysis.lines.index(line)):
        return None
    edits = _edits(analysis, start, end, only_part)
    if not edits or not all(_is_whole(analysis.text[e.offset : e.offset + e.length]) for e in edits):
        return None
    return Replacement("neutral", "", False, tuple(edits))


def _edits(analysis: Analysis, start: int, end: int, only_part: bool) -> list[Edit] | None:
    masked = analysis.masked
    first, last = analysis.sentence_at(start)
    if edits := attribute.left_out(masked, first, last, start, end):
        return edits
    if aged := _AGED.match(masked, end, last):
        end = aged.end()
    start, end = widened(masked, first, last, start, end)
    if edits := clause.left_out(masked, first, last, start, end):
        return edits
    if words.is_unsure(masked[first:start]) or words.is_unsure(masked[end:last]):
        return None
    if edits := opening.left_out(masked, first, last, start, end):
        return edits
    return _points(analysis, start, end, only_part)


def _points(analysis: Analysis, start: int, end: int, only_part: bool) -> list[Edit] | None:
    masked = analysis.masked
    first, last = analysis.sentence_at(start)
    points = cut(masked, first, last, (start, end))
    held = [index for index, point in enumerate(points) if point.start < end and start < point.end]
    if not held:
        return None
    if edits := addition.left_out(masked, points, held[-1], start, end):
        return edits
    if len(held) == len(points):
        return None if only_part else whole.left_out(analysis, start, end)
    if not is_even(points):
        return None
    is_prose = analysis.line_at(start).kind == "text"
    return Listing(masked, points, held[0], held[-1], start, end, is_prose).left_out()


def _is_whole(gone: str) -> bool:
    """Whether no bracket, quotation or bold print loses one of its ends."""
    return (
        gone.count("(") == gone.count(")")
        and gone.count("„") == gone.count("“")
        and gone.count("**") % 2 == 0
        and gone.count('"') % 2 == 0
    )
