"""The release rule, attacked by somebody who keeps every release and knows the rule."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.protection import Total, protect, total

growths = st.lists(st.integers(0, 13), min_size=1, max_size=5)


def counts_of(growth: list[int]) -> list[int]:
    found, count = [], 0
    for more in growth:
        count += more
        found.append(count)
    return found


def publish(counts: list[int]) -> list[int | None]:
    shown, published = None, []
    for count in counts:
        shown = protect(count, shown)
        published.append(shown)
    return published


def possible_counts(published: list[int | None]) -> list[list[int]]:
    """Every history that leads to exactly these releases, found by trying."""
    highest = max((value or 0 for value in published), default=0) + 10
    histories: list[tuple[list[int], int | None]] = [([], None)]
    for value in published:
        following = []
        for history, shown in histories:
            for count in range(history[-1] if history else 0, highest):
                if protect(count, shown) == value:
                    following.append(([*history, count], value))
        histories = following
    return [history for history, _shown in histories]


@pytest.mark.parametrize(
    ("count", "shown", "expected"),
    [
        (0, None, None),
        (4, None, None),
        (5, None, 5),
        (9, 5, 5),
        (10, 5, 10),
        (14, 10, 10),
        (27, 10, 27),
        (3, 10, 10),  # a lost counter never takes a figure back
    ],
)
def test_protect(count, shown, expected):
    assert protect(count, shown) == expected


@given(growths)
def test_no_two_releases_tell_a_growth_of_one_to_four(growth):
    counts = counts_of(growth)
    published = publish(counts)
    histories = [[0, *history] for history in possible_counts(published)]  # 0: before the first click
    assert [0, *counts] in histories
    possible: dict[tuple[int, int], set[int]] = defaultdict(set)
    for history in histories:
        for early, late in combinations(range(len(history)), 2):
            possible[early, late].add(history[late] - history[early])
    for growths_between in possible.values():
        assert min(growths_between) >= 5 or len(growths_between) >= 5


@given(growths)
def test_what_is_shown_is_never_too_high_and_less_than_the_threshold_too_low(growth):
    counts = counts_of(growth)
    for count, shown in zip(counts, publish(counts), strict=True):
        assert 0 <= count - (shown or 0) < 5


@given(st.lists(st.lists(st.integers(0, 13), min_size=3, max_size=3), min_size=1, max_size=6))
def test_sums_are_made_of_what_is_shown(cells):
    """Two cities whose published cells are equal publish equal sums, whatever is hidden."""
    published = [publish(counts_of(growth))[-1] for growth in cells]
    counts = [counts_of(growth)[-1] for growth in cells]
    found = total(published)
    assert found.value == (sum(value for value in published if value) or None)
    assert (found.value or 0) <= sum(counts) <= found.most
    assert found.hidden == published.count(None)


def test_total():
    assert total([5, 7]) == Total(12, 0, 20)
    assert total([5, None]) == Total(5, 1, 13)
    assert total([None, None]) == Total(None, 2, 8)
    assert total([]) == Total(None, 0, 0)
    assert total([5], threshold=10).most == 14
