"""The ways of an expression, each on its own, find together what the whole finds."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.review.anchors.alternatives import alternatives, small
from postings.review.anchors.literals import holds
from tests.postings.review.anchors.samples import sample
from tests.postings.review.anchors.test_literals import EXPRESSIONS


def first(expression: str, flags: int, text: str) -> int | None:
    ways = alternatives(0, expression, flags)
    lower = small(text)
    begins = [way.begin(text, lower) for way in ways if holds(way.needs, lower)]
    return min((begin for begin in begins if begin is not None), default=None)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@given(seed=st.integers(0, 2**32))
@settings(max_examples=12, deadline=None)
def test_together_they_find_what_the_whole_finds(expression: str, flags: int, seed: int):
    chance = random.Random(seed)
    regex = re.compile(expression, flags)
    made = f"Wir {sample(regex, chance)}; Stadt {sample(regex, chance)}"
    for text in (made, made.upper(), made.swapcase(), made.replace("s", "ſ")):
        match = regex.search(text)
        assert first(expression, flags, text) == (match and match.start())


@pytest.mark.parametrize(
    ("expression", "ways"),
    [
        ("toll|super", 2),
        (r"a[|)](?:b|c)|x\|y|(?P<z>d|e)", 3),
        ("[]|]a|b[^]|]", 2),
        ("abc|abd", 1),  # read as "ab", then "c" or "d"
        ("(?:toll|super) Team", 1),
        ("|toll", 2),
    ],
)
def test_an_expression_is_split_at_its_outer_bars(expression: str, ways: int):
    assert len(alternatives(0, expression, 0)) == ways


@pytest.mark.parametrize("text", ["İzmir", "ſchön", "ısı", "GROẞ", "\u212aelvin", "Ünlü"])
def test_small_letters_are_as_many_and_match_what_ignores_case(text: str):
    assert len(small(text)) == len(text)
    assert re.fullmatch(re.escape(small(text)), text, re.IGNORECASE)
