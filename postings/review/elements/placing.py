"""Where a ready sentence goes: after the part it belongs to, else before the paragraph on applying."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from postings.review.cutting.masking import Line
from postings.review.cutting.surface import Surface
from postings.review.elements.sentences import Form, Sentences, Written, written
from postings.review.facts.ad import Ad
from postings.review.facts.degree import degree
from postings.review.model import Edit, Element

_LONGEST = 20_000
_DU = re.compile(r"\b[Dd](?:u|ich|ir|ein(?:e[nrms]?)?)\b")
_SIE = re.compile(r"\b(?:Sie|Ihre?[nrms]?|Ihnen)\b")
_CLAUSES = ("encouragement", "disability_clause", "equality_clause")
_APPLY = ("contact_person", "deadline", "application_way")


class Spot(NamedTuple):
    """A line, and how a sentence joins it; no line: at the end of the text."""

    line: Line | None
    how: Literal["item", "before", "beside", "after"]


class Given(NamedTuple):
    """The text as it was given, and where the plain one's characters stand in it."""

    text: str
    surface: Surface

    def line(self, line: Line) -> tuple[int, int, str]:
        """Begin, end and list mark of a line in the given text."""
        start = self.surface.span(line.start, 0)[0]
        begin = self.text.rfind("\n", 0, start) + 1
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        return begin, end - (self.text[begin:end].endswith("\r")), self.text[begin:start]


def suggest(
    ad: Ad, found: Mapping[str, Element], facts: Mapping[str, object], sentences: Sentences, given: Given
) -> dict[str, Element]:
    """The elements, those that are missing with a sentence and the edit that puts it into the text."""
    form = speaks(ad)
    asked = degree(ad) if found["foreign_qualifications"].state == "missing" else None
    result: dict[str, Element] = {}
    for name, element in found.items():
        words = None
        if element.state == "missing":
            words = written(name, facts, asked.text if asked else "", form, sentences)
        result[name] = _with(element, words, _spot(words.place, ad, found), given) if words else element
    return result


def speaks(ad: Ad) -> Form:
    """Whether the ad says du or Sie; Sie where it says neither."""
    balance = sum(du - sie for by, (du, sie) in ad.analysis.rows.each(_address) if by < _LONGEST)
    return "du" if balance > 0 else "sie"


def _address(line: str) -> tuple[tuple[int, int]]:
    """How often a line says du, and how often Sie."""
    return ((len(_DU.findall(line)), len(_SIE.findall(line))),)


def _with(element: Element, words: Written, spot: Spot, given: Given) -> Element:
    text = words.item if spot.how == "item" else words.sentence
    if spot.line is None:
        kept = given.text.rstrip()
        return Element(element.state, None, text, Edit(len(kept), 0, f"\n\n{text}" if kept else text))
    begin, end, mark = given.line(spot.line)
    if spot.how == "before":
        return Element(element.state, None, text, Edit(begin, 0, f"{text}\n\n"))
    joint = {"item": f"\n{mark}", "beside": " ", "after": "\n\n"}[spot.how]
    return Element(element.state, None, text, Edit(end, 0, f"{joint}{text}"))


def _spot(place: str, ad: Ad, found: Mapping[str, Element]) -> Spot:
    asked = degree(ad) if place == "degree" else None
    if asked:
        there = ad.analysis.line_at(asked.start)
        return Spot(there, "item" if there.kind == "bullet" else _beside(ad, there))
    if place in {"profile", "degree", "offer"}:
        part = next((part for part in reversed(ad.parts) if part.kind == place and part.last), None)
        if part and part.last:
            return Spot(part.last, "item" if part.last.kind == "bullet" else "after")
        return Spot(_applying(ad, found), "before")
    for name in reversed(_CLAUSES if place == "clauses" else _APPLY):
        line = _line_of(ad, found[name])
        if line and line.kind != "heading" and line.start >= _body_end(ad):
            return Spot(line, _beside(ad, line))
    return Spot(_applying(ad, found) if place == "clauses" else None, "before")


def _beside(ad: Ad, line: Line) -> Literal["beside", "after"]:
    """In the same paragraph only behind a whole sentence."""
    return "beside" if ad.analysis.masked[line.start : line.end].endswith((".", "!", "?")) else "after"


def _line_of(ad: Ad, element: Element) -> Line | None:
    start = ad.analysis.text.find(element.quote) if element.quote else -1
    return ad.analysis.line_at(start) if start >= 0 else None


def _body_end(ad: Ad) -> int:
    """Where tasks, profile and offer end."""
    ends = (part.last.end for part in ad.parts if part.kind in {"tasks", "profile", "offer"} and part.last)
    return max(ends, default=0)


def _applying(ad: Ad, found: Mapping[str, Element]) -> Line | None:
    """The first line on asking and applying, which ends an ad; its heading, if it has one."""
    lines = [_line_of(ad, found[name]) for name in _APPLY]
    after = [line for line in lines if line and line.start >= _body_end(ad)]
    first = min(after, key=lambda line: line.start, default=None)
    if first is None:
        return None
    before = [line for line in ad.analysis.lines if line.start < first.start and line.kind != "blank"]
    return before[-1] if before and before[-1].kind == "heading" and not before[-1].is_title else first
