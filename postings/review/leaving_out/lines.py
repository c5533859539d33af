"""What goes with a sentence that is left out: its blanks, its line, the mark before it."""

from __future__ import annotations

from postings.review.cutting.masking import TITLE_SIGN, Line
from postings.review.language import Analysis
from postings.review.model import Edit


def is_loose_item(analysis: Analysis, number: int) -> bool:
    """Whether a line that looks like a heading is a point of a list without marks, or all there is."""
    line = analysis.lines[number]
    words = analysis.masked[line.start : line.end]
    raw = analysis.text[analysis.masked.rfind("\n", 0, line.start) + 1 : line.start]
    if words.endswith(":") or "#" in raw or TITLE_SIGN.search(words):
        return False
    if is_alone(analysis):
        return True
    if line.is_title or _kind(analysis, number + 1) == "bullet":
        return False
    return any(_is_item(analysis, beside) for beside in (number - 1, number + 1))


def is_alone(analysis: Analysis) -> bool:
    """Whether the text has one line only: office programs send a paragraph at a time."""
    return sum(line.kind != "blank" for line in analysis.lines) == 1


def without(analysis: Analysis, first: int, last: int) -> list[Edit] | None:
    """The sentence [first, last) goes, with its lines if it fills them."""
    top, bottom = analysis.line_at(first), analysis.line_at(max(first, last - 1))
    if first == top.start and last >= bottom.end:
        return _whole_lines(analysis, analysis.lines.index(top), analysis.lines.index(bottom))
    if top.kind == "bullet" or top is not bottom:
        return None
    return [_with_blanks(analysis.masked, first, last, top.start, top.end)]


def _with_blanks(masked: str, first: int, last: int, begin: int, end: int) -> Edit:
    """The sentence with the blanks after it; the last one of its line takes those before it."""
    while last < end and masked[last] == " ":
        last += 1
    if last >= end:
        while first > begin and masked[first - 1] == " ":
            first -= 1
    return Edit(first, last - first, "")


def _whole_lines(analysis: Analysis, top: int, bottom: int) -> list[Edit] | None:
    """Lines with mark and end. The only item of a list stays: its heading would stand alone."""
    lines, masked = analysis.lines, analysis.masked
    if not is_alone(analysis) and _leaves_heading(analysis, top, bottom):
        return None
    begin = masked.rfind("\n", 0, lines[top].start) + 1
    end = masked.find("\n", lines[bottom].end) + 1 or len(masked)
    if lines[top].kind == "text" and _kind(analysis, bottom + 1) == "blank":
        end = masked.find("\n", end) + 1 or end  # a paragraph goes with the empty line after it
    return [Edit(begin, end - begin, "")]


def _leaves_heading(analysis: Analysis, top: int, bottom: int) -> bool:
    kind = analysis.lines[top].kind
    if kind == "bullet":
        return "bullet" not in (_kind(analysis, top - 1), _kind(analysis, bottom + 1))
    if kind == "heading":
        return not any(_is_item(analysis, beside) for beside in (top - 1, bottom + 1))
    before, after = _next_line(analysis, top, -1), _next_line(analysis, bottom, 1)
    return (before is None or before.kind == "heading") and (after is None or after.kind == "heading")


def _is_item(analysis: Analysis, number: int) -> bool:
    kind = _kind(analysis, number)
    if kind != "heading":
        return kind == "bullet"
    line = analysis.lines[number]
    return analysis.masked[line.end - 1] != ":" and not line.is_title


def _kind(analysis: Analysis, number: int) -> str:
    return analysis.lines[number].kind if 0 <= number < len(analysis.lines) else ""


def _next_line(analysis: Analysis, number: int, step: int) -> Line | None:
    number += step
    while 0 <= number < len(analysis.lines):
        if analysis.lines[number].kind != "blank":
            return analysis.lines[number]
        number += step
    return None
