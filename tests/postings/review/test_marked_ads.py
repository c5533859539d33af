"""Ads of many departments, their problems marked in the text: {category:words}, {?:either way is fine}."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from postings.review import review
from postings.review.rulebook import CATEGORIES, LEGAL_CATEGORIES

ADS = sorted((Path(__file__).parent / "marked").glob("*.txt"))
MARK = re.compile(r"\{([a-z-]+|\?):([^{}]*)\}")
# Person nouns have cases of their own; here they count in the exemplary ads only.
OWN_CASES = "generic-masculine"


class Mark(NamedTuple):
    category: str
    start: int
    end: int


def read(path: Path) -> tuple[str, list[Mark]]:
    marked, text, marks, last = path.read_text("utf-8"), "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append(Mark(match[1], len(text), len(text) + len(match[2])))
        text, last = text + match[2], match.end()
    return text + marked[last:], marks


@pytest.mark.parametrize("path", ADS, ids=lambda path: path.stem)
def test_every_marked_problem_is_found(path: Path):
    text, marks = read(path)
    found = review(text).findings
    missed = [
        (mark.category, text[mark.start : mark.end])
        for mark in marks
        if mark.category != "?"
        and not any(
            f.category == mark.category and f.offset < mark.end and mark.start < f.offset + f.length
            for f in found
        )
    ]
    assert missed == []


@pytest.mark.parametrize("path", ADS, ids=lambda path: path.stem)
def test_the_law_is_not_raised_anywhere_else(path: Path):
    text, marks = read(path)
    alarms = [
        (f.rule, f.quote)
        for f in review(text).findings
        if f.category in LEGAL_CATEGORIES
        and not (f.category == OWN_CASES and path.stem.startswith("schlecht"))
        and not any(
            mark.category in (f.category, "?") and f.offset < mark.end and mark.start < f.offset + f.length
            for mark in marks
        )
    ]
    assert alarms == []


def test_all_categories_have_marked_problems():
    marked = {mark.category for path in ADS for mark in read(path)[1]}
    assert set(CATEGORIES) - marked == {OWN_CASES}
