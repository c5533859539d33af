"""The noise: its shape, its bounds, and that asking again gains nothing."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.protection.noise import draw, probabilities, tail

EPSILON, WIDTH = 0.5, 5


def test_the_table_of_probabilities():
    found = probabilities(EPSILON, WIDTH)
    assert len(found) == 11 and sum(found) == pytest.approx(1)
    assert found == tuple(reversed(found))
    ratios = {round(math.log(one / two), 9) for one, two in pairwise(found[5:])}
    assert ratios == {EPSILON}
    assert tail(EPSILON, WIDTH) == found[0] < 0.03


@given(st.text(max_size=20), st.integers(0, 10**6))
def test_the_same_sum_gets_the_same_noise_within_the_bounds(identity, truth):
    drawn = {draw("key", identity, truth, EPSILON, WIDTH) for _again in range(3)}
    assert len(drawn) == 1 and abs(drawn.pop()) <= WIDTH


def test_draws_follow_the_table():
    number = 20_000
    drawn = Counter(draw("key", str(n), n, EPSILON, WIDTH) for n in range(number))
    for k, share in zip(range(-WIDTH, WIDTH + 1), probabilities(EPSILON, WIDTH), strict=True):
        assert drawn[k] / number == pytest.approx(share, abs=5 * math.sqrt(share / number))


def test_another_key_or_count_is_another_draw():
    same = [draw("key", "a", n, EPSILON, WIDTH) == draw("other", "a", n, EPSILON, WIDTH) for n in range(200)]
    assert 0 < sum(same) < 150


def test_fresh_noise_can_be_averaged_away():
    """Why the key matters: without it, many answers together tell the truth."""
    drawn = [draw("", "a", 7, EPSILON, WIDTH) for _again in range(4000)]
    assert len(set(drawn)) > 5 and abs(sum(drawn) / len(drawn)) < 0.3
