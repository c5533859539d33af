"""A whole sentence, or the whole list item that it is, left out."""

from __future__ import annotations

import re

from postings.review.language import Analysis
from postings.review.leaving_out import lines, sole, words
from postings.review.model import Edit

_QUESTION_NEXT = re.compile(r"[^.!?]*\?")


def left_out(analysis: Analysis, start: int, end: int) -> list[Edit] | None:
    """The sentence around the finding [start, end); None where it says more than the finding."""
    masked = analysis.masked
    first, last = analysis.sentence_at(start)
    line = analysis.line_at(first)
    is_item = line.kind != "text"
    if not sole.holds_only(masked, (first, last), (start, end), is_item=is_item):
        return None
    if line.kind == "heading" and sole.is_person(masked[first:last]):
        return None
    stop = analysis.line_at(max(first, last - 1)).end
    before, after = masked[line.start : first].rstrip(), masked[last:stop]
    if words.leans_back(after) or before.endswith(":") or _is_answered(masked[first:last], before, after):
        return None
    return lines.without(analysis, first, last)


def _is_answered(sentence: str, before: str, after: str) -> bool:
    """ "Du bist ein Macho? Passt.": a question alone, and what is said to it."""
    if not sentence.endswith("?") or not after.strip() or before.endswith("?"):
        return False
    return not _QUESTION_NEXT.match(after)
