"""A whole sentence, or the whole list item that it is, left out."""

from __future__ import annotations

import re

from postings.review.language import Analysis
from postings.review.leaving_out import words
from postings.review.model import Edit

_MOST_BESIDE = 2  # words of weight that may go with the finding
_WEIGHT = 4
_TELLS = re.compile(r"\d\.|\d{3}|€|@|\.de\b")  # days, addresses, sums: a sentence that has them is needed


def left_out(analysis: Analysis, start: int, end: int) -> list[Edit] | None:
    """The sentence around the finding [start, end); None where it says more than the finding."""
    masked = analysis.masked
    first, last = analysis.sentence_at(start)
    if _says_more(masked[first:start], masked[end:last]):
        return None
    line = analysis.line_at(start)
    if first == line.start and last >= line.end:
        return _line(analysis, analysis.lines.index(line))
    if line.kind == "bullet" or words.leans_back(masked[last : line.end]):
        return None
    return [_with_blanks(masked, first, last, line.start, line.end)]


def _says_more(before: str, after: str) -> bool:
    beside = f"{before} {after}"
    heavy = [word for word in beside.split() if len(word) > _WEIGHT and not words.goes_too(f"{word} ")]
    ends_open = after.rstrip().endswith(":")
    return len(heavy) > _MOST_BESIDE or bool(_TELLS.search(beside)) or ends_open or words.seeks(beside)


def _with_blanks(masked: str, first: int, last: int, begin: int, end: int) -> Edit:
    """The sentence with the blanks after it; the last one of its line takes those before it."""
    while last < end and masked[last] == " ":
        last += 1
    if last >= end:
        while first > begin and masked[first - 1] == " ":
            first -= 1
    return Edit(first, last - first, "")


def _line(analysis: Analysis, number: int) -> list[Edit] | None:
    """A line with its mark and its end. The only item of a list stays: its heading would stand alone."""
    lines, masked = analysis.lines, analysis.masked
    line = lines[number]
    beside = {lines[at].kind for at in (number - 1, number + 1) if 0 <= at < len(lines)}
    if line.kind == "bullet" and "bullet" not in beside:
        return None
    begin = masked.rfind("\n", 0, line.start) + 1
    end = masked.find("\n", line.end) + 1 or len(masked)
    if line.kind == "text" and number + 1 < len(lines) and lines[number + 1].kind == "blank":
        end = masked.find("\n", end) + 1 or end  # a paragraph goes with the empty line after it
    return [Edit(begin, end - begin, "")] if (begin, end) != (0, len(masked)) else None
