"""A sentence cut into the points it lists: "Sie sind jung, | offen | und genau"."""

from __future__ import annotations

import re
from typing import NamedTuple

from postings.review.leaving_out import words

_JOINT = re.compile(r"(?:,\s*|\s+)(?P<word>und|oder|sowie|&)\s+|,\s+(?=\S)")
_END = re.compile(r"[\s.!?,;]*\Z")


class Point(NamedTuple):
    """One point, [start, end) in the text, and what joins it to the one before: "", ",", "und", "oder" …"""

    start: int
    end: int
    joint: str


def cut(text: str, start: int, end: int) -> list[Point]:
    """The points of the sentence text[start:end]; a clause that hangs on a point stays with it."""
    last = start + _END.search(text[start:end]).start()  # type: ignore[union-attr]
    points = [Point(start, last, "")]
    for found in _JOINT.finditer(text, start, last):
        if not found["word"] and words.begins_clause(text[found.end() : last]):
            break  # a clause may list points of its own
        points[-1] = points[-1]._replace(end=found.start())
        points.append(Point(found.end(), last, found["word"] or ","))
    return points


def is_even(points: list[Point]) -> bool:
    """Whether it is one list: commas, and at most one "und" before its last point."""
    return all(point.joint == "," for point in points[1:-1])
