"""Which words go so that a finding is gone and the sentence still stands."""

from __future__ import annotations

from postings.review.language import Analysis
from postings.review.leaving_out import addition, whole, words
from postings.review.leaving_out.listing import Listing
from postings.review.leaving_out.points import cut, is_even
from postings.review.model import Edit, Replacement

_LONGEST = 300


def replacement(analysis: Analysis, start: int, end: int) -> Replacement | None:
    """The finding [start, end) left out; None where German is not certain to stand without it.

    Never `safe`: whether the ad can do without these words is for people to say.
    """
    first, last = analysis.sentence_at(start)
    if end > last or last - first > _LONGEST or analysis.line_at(start).kind == "heading":
        return None
    edits = _edits(analysis, start, end)
    if not edits or not all(_is_whole(analysis.text[e.offset : e.offset + e.length]) for e in edits):
        return None
    return Replacement("neutral", "", False, tuple(edits))


def _edits(analysis: Analysis, start: int, end: int) -> list[Edit] | None:
    masked = analysis.masked
    first, last = analysis.sentence_at(start)
    if words.is_unsure(masked[first:start]) or words.is_unsure(masked[end:last]):
        return None
    points = cut(masked, first, last)
    held = [index for index, point in enumerate(points) if point.start < end and start < point.end]
    if not held:
        return None
    if held[-1] == len(points) - 1 and (edits := addition.left_out(masked, points[-1], start, end)):
        return edits
    if len(held) == len(points):
        return whole.left_out(analysis, start, end)
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
