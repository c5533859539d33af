"""The bounds hold for every population, and no narrower ones would."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.funnel.bounds import Range, Share, attributed, joint, passed, per_hundred

small = st.integers(0, 6)


def exactly(number: int) -> Range:
    return Range(number, number)


def populations(through: range, before: range, after: range):
    """Every way people can have gone: (A, N, M, those of the A who took the next step)."""
    for a, n, m in product(through, before, after):
        for both in range(a + 1):
            rest = m - both
            if a <= n and m <= n and 0 <= rest <= n - a:
                yield a, n, m, both


@st.composite
def ranges(draw) -> Range:
    lower = draw(small)
    return Range(lower, lower + draw(st.integers(0, 3)))


def numbers(of: Range) -> range:
    return range(of.lower, of.upper + 1)


@given(ranges(), ranges(), ranges())
def test_the_truth_lies_inside_and_both_ends_happen(through, before, after):
    found = list(populations(numbers(through), numbers(before), numbers(after)))
    if not found:
        return  # numbers that cannot stand together
    bound = joint(through, before, after)
    joints = [both for _a, _n, _m, both in found]
    assert bound.lower <= min(joints) and max(joints) <= bound.upper
    if all(given.exact for given in (through, before, after)):
        assert (min(joints), max(joints)) == bound
    share = passed(through, before, after)
    if share is None:
        assert through.lower == 0
    else:
        shares = [Fraction(both, a) for a, _n, _m, both in found]
        assert share.lower <= min(shares) and max(shares) <= share.upper
        if all(given.exact for given in (through, before, after)):
            assert (min(shares), max(shares)) == share


@pytest.mark.parametrize(
    ("through", "before", "after", "percent"),
    [
        (exactly(40), exactly(100), exactly(90), (75, 100)),  # at most ten gave up
        (exactly(40), exactly(100), exactly(50), (0, 100)),  # nothing is known
        (exactly(40), exactly(100), exactly(10), (0, 25)),
        (exactly(40), exactly(40), exactly(10), (25, 25)),  # the only channel
        (Range(38, 42), Range(98, 102), Range(88, 92), (63, 100)),
        (exactly(3), exactly(9), exactly(1), (0, 34)),  # rounded outwards
    ],
)
def test_shares(through, before, after, percent):
    share = passed(through, before, after)
    assert share.percent == percent
    assert share.unknown == (percent == (0, 100))


def test_without_an_upper_end_less_is_known():
    many = Range(5, None)
    assert joint(many, many, many) == Range(0, None)
    assert joint(exactly(5), many, exactly(3)) == Range(0, 3)
    assert joint(many, exactly(9), exactly(3)) == Range(0, 3)
    assert passed(exactly(5), many, many) == Share(Fraction(0), Fraction(1))
    assert passed(Range(0, 4), exactly(9), exactly(3)) is None


def test_what_is_told_for_the_same_code():
    assert attributed(exactly(5), exactly(20)) == Share(Fraction(1, 4), Fraction(1, 4))
    assert attributed(exactly(25), exactly(20)).percent == (
        100,
        100,
    )  # finished by this link, began by another
    assert attributed(Range(3, 7), Range(18, 22)) == Share(Fraction(3, 22), Fraction(7, 18))
    assert attributed(exactly(3), Range(0, 4)) is None
    assert attributed(Range(3, None), exactly(4)) is None
    assert attributed(Range(3, 4), Range(4, None)) == Share(Fraction(0), Fraction(1))


def test_applications_on_a_hundred_openings():
    assert per_hundred(exactly(5), exactly(50)) == (10, 10)
    assert per_hundred(Range(5, 9), Range(45, 50)) == (10, 20)
    assert per_hundred(exactly(5), Range(0, 4)) is None
    assert per_hundred(Range(5, None), exactly(50)) is None
