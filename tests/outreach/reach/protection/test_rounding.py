"""The release rule, attacked by somebody who keeps every release and knows the rule."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.protection.rounding import Bracket, protect

growths = st.lists(st.integers(0, 13), min_size=1, max_size=5)
thresholds = st.sampled_from([5, 10])


def counts_of(growth: list[int]) -> list[int]:
    found, count = [], 0
    for more in growth:
        count += more
        found.append(count)
    return found


def publish(counts: list[int], threshold: int = 5) -> list[Bracket]:
    published, before = [], 0
    for count in counts:
        published.append(protect(count, before, 5, threshold))
        before = published[-1].lower
    return published


def possible_counts(published: list[Bracket], threshold: int) -> list[list[int]]:
    """Every history that leads to exactly these releases, found by trying."""
    highest = max(bracket.upper or 0 for bracket in published) + 6
    histories: list[list[int]] = [[]]
    for place in range(len(published)):
        longer = [[*old, n] for old in histories for n in range(old[-1] if old else 0, highest)]
        histories = [counts for counts in longer if publish(counts, threshold) == published[: place + 1]]
    return histories


@pytest.mark.parametrize(
    ("count", "before", "expected"),
    [
        (0, 0, Bracket(None, 0, 4, "small")),
        (4, 0, Bracket(None, 0, 4, "small")),
        (5, 0, Bracket(5, 5, 9)),
        (9, 5, Bracket(5, 5, 9)),
        (27, 5, Bracket(25, 25, 29)),
        (3, 10, Bracket(10, 10, 14)),  # a lost counter never takes a figure back
    ],
)
def test_protect(count, before, expected):
    assert protect(count, before, 5, 5) == expected


def test_a_threshold_above_the_base_hides_whole_steps():
    assert protect(9, 0, 5, 10) == Bracket(None, 0, 9, "small")
    assert protect(10, 0, 5, 10) == Bracket(10, 10, 14)


def test_switched_off():
    """What the attack tests rely on: each switch alone lets something through."""
    assert protect(0, 0, 5, 5, primary=False) == Bracket(0, 0, 0)
    assert protect(3, 0, 5, 5, primary=False) == Bracket(1, 1, 4)
    assert protect(12, 0, 5, 5, rounding=False) == Bracket(12, 12, 12)
    assert protect(3, 0, 5, 5, rounding=False).value is None


@given(growths, thresholds)
def test_no_two_releases_tell_a_growth_closer_than_five_values(growth, threshold):
    counts = counts_of(growth)
    published = publish(counts, threshold)
    histories = [[0, *history] for history in possible_counts(published, threshold)]  # 0: before the first
    assert [0, *counts] in histories
    possible: dict[tuple[int, int], set[int]] = defaultdict(set)
    for history in histories:
        for early, late in combinations(range(len(history)), 2):
            possible[early, late].add(history[late] - history[early])
    for growths_between in possible.values():
        assert len(growths_between) >= 5


@given(growths, thresholds)
def test_every_count_of_every_week_keeps_its_whole_bracket(growth, threshold):
    published = publish(counts_of(growth), threshold)
    histories = possible_counts(published, threshold)
    for week, bracket in enumerate(published):
        assert {history[week] for history in histories} == set(range(bracket.lower, bracket.upper + 1))
