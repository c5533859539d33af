"""Ranges: sums, shares, chance, and how they are told."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.reports.groups import Entry, groups
from outreach.reach.reports.spans import Span, ranged, share, shown, total, with_chance
from tests.outreach.reach.reports.fake import HIDDEN, figure

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=8)


@given(COUNTS)
def test_a_sum_holds_the_truth(counts):
    found = total(Span.of(figure(count)) for count in counts)
    assert found.lower <= sum(counts) <= found.upper


@given(COUNTS)
def test_a_published_total_narrows_and_still_holds_the_truth(counts):
    parts = total(Span.of(figure(count)) for count in counts)
    found = Span.of(figure(sum(counts))).within(parts)
    assert found.lower <= sum(counts) <= found.upper
    assert found.upper - found.lower <= min(parts.upper - parts.lower, 4)


@given(COUNTS, st.integers(0, 7))
def test_a_share_holds_the_truth(counts, place):
    part = counts[place % len(counts)]
    whole = total(Span.of(figure(count)) for count in counts)
    least, most = share(Span.of(figure(part)), whole)
    if sum(counts):
        assert least <= part / sum(counts) <= most
    assert 0 <= least <= most <= 1


def test_without_an_upper_bound_a_sum_has_none():
    assert total([Span.of(HIDDEN), Span.of(figure(12))]) == Span(10, None)
    assert share(Span.of(HIDDEN), Span(10, None)) == (0.0, 1.0)


def test_parts_released_later_do_not_make_an_empty_range():
    assert Span(10, 14, 10, cell=True).within(Span(30, 40)) == Span(10, 14, 10, cell=True)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.of(figure(3)), "unter 5"),
        (Span.of(figure(1234)), "1.230"),
        (Span.of(HIDDEN), "verborgen"),
        (Span(0, 8), "0 bis 8"),
        (Span(20, 24), "20 bis 24"),
        (Span(7, 7), "7"),
        (Span(20, None), "mindestens 20"),
    ],
)
def test_words(span, words):
    assert shown(span, 5) == words


def test_a_range_as_words():
    assert ranged(Span.of(figure(1234))) == "1.230 bis 1.234"
    assert ranged(Span.of(figure(2)), 5) == "unter 5"


@pytest.mark.parametrize("mean", [0, 1, 4, 10, 40, 300])
def test_chance_covers_a_poisson_mean_at_its_rate(mean):
    """Byar's limits around a drawn count hold its mean in at least 94 of 100 draws."""
    dice = random.Random(mean)
    draws = [_poisson(dice, mean) for _ in range(2000)]
    hits = sum(low <= mean <= high for low, high in (with_chance(Span(n, n)) for n in draws))
    assert hits >= 0.94 * len(draws)


def _poisson(dice: random.Random, mean: float) -> int:
    number, left = 0, dice.expovariate(1) if mean else math.inf
    while left < mean:
        number, left = number + 1, left + dice.expovariate(1)
    return number


def names(found) -> list[list[str]]:
    return [[entry.label for entry in group] for group in found]


def test_overlapping_ranges_share_a_group():
    found = groups(
        [Entry("klein", Span(0, 4)), Entry("groß", Span(200, 204)), Entry("auch groß", Span(190, 194))]
    )
    assert names(found) == [["groß", "auch groß"], ["klein"]]


def test_chance_keeps_close_counts_together():
    """30 and 45 openings do not overlap, but could well be two draws of one mean."""
    assert len(groups([Entry("a", Span(30, 34)), Entry("b", Span(45, 49))])) == 1
    assert len(groups([Entry("a", Span(30, 34)), Entry("b", Span(145, 149))])) == 2


def test_what_has_no_upper_bound_is_below_nobody():
    assert names(groups([Entry("a", Span(500, 504)), Entry("b", Span(0, None))])) == [["a", "b"]]


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 20)), max_size=9))
def test_every_group_lies_above_the_next(pairs):
    found = groups(Entry(str(n), Span(low, low + width)) for n, (low, width) in enumerate(pairs))
    assert sum(map(len, found)) == len(pairs)
    for above, below in itertools.pairwise(found):
        floor = min(with_chance(entry.span)[0] for entry in above)
        assert floor > max(with_chance(entry.span)[1] for entry in below)
