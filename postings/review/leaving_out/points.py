"""A sentence cut into the points it lists: "Sie sind jung, | offen | und genau"."""

from __future__ import annotations

import re
from typing import NamedTuple

from postings.review.leaving_out import words

_JOINT = re.compile(r"(?:,\s*|\s+)(?P<word>und|oder|sowie|&)\s+|,\s+(?=\S)")
_END = re.compile(r"[\s.!?,;]*\Z")
#: The clause before the main one is no point of its own: "Wer jung ist, passt zu uns".
_CLAUSE_FIRST = re.compile(r"\W*(?:Auch |Nur )?(?:Wer|Wenn|Falls|Da|Weil|Damit|Solange|Sofern|Ob)\b")
_HALVES = "körperlich|geistig|physisch|psychisch|seelisch|gesundheitlich|mental|sprachlich|kulturell"
_HALF = re.compile(rf"\b(?:{_HALVES})\Z")  # "körperlich | und geistig topfit"
_HALF_NEXT = re.compile(rf"(?:{_HALVES}) ")
_ADJECTIVE_BEFORE = re.compile(r"\b[a-zäöüß]{2,}?(e|en|er|es|em)\Z")


class Point(NamedTuple):
    """One point, [start, end) in the text, and what joins it to the one before: "", ",", "und", "oder" …"""

    start: int
    end: int
    joint: str


def cut(text: str, start: int, end: int, hit: tuple[int, int] = (0, 0)) -> list[Point]:
    """The points of the sentence text[start:end]; a clause that hangs on a point stays with it.

    What is joined within the finding `hit` stays together: "zwischen 20 und 30".
    """
    last = start + _END.search(text[start:end]).start()  # type: ignore[union-attr]
    points = [Point(start, last, "")]
    is_clause = bool(_CLAUSE_FIRST.match(text, start, last))
    for found in _JOINT.finditer(text, start, last):
        if hit[0] < found.end() and found.start() < hit[1]:
            continue
        if joins_attributes(text[start : found.start()], text[found.end() : last]):
            continue
        if _HALF.search(text[start : found.start()]) and _HALF_NEXT.match(text, found.end(), last):
            continue
        if found["word"] == "und" and words.speaks_of_it(text[found.end() : last]):
            continue  # "Wir sind eine Männerrunde und wollen das bleiben": the rest is of the same matter
        if not found["word"]:
            if is_clause and text[found.end()].islower():
                is_clause = False
                continue
            if words.begins_clause(text[found.end() : last]):
                break  # a clause may list points of its own
        points[-1] = points[-1]._replace(end=found.start())
        points.append(Point(found.end(), last, found["word"] or ","))
    return points


def joins_attributes(before: str, after: str) -> bool:
    """Whether two adjectives of one noun meet here: "ein gepflegtes, | attraktives Äußeres"."""
    found = _ADJECTIVE_BEFORE.search(before)
    return bool(
        found
        and re.match(rf"[a-zäöüß-]{{2,}}{found[1]}(?:(?:, | und )[a-zäöüß-]+)* (?!Sie\b|Ih)[A-ZÄÖÜ]", after)
    )


def is_even(points: list[Point]) -> bool:
    """Whether it is one list: commas, and at most one "und" before its last point."""
    return all(point.joint == "," for point in points[1:-1])
