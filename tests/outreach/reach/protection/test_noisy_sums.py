"""What noisy sums say about small counts, to somebody who knows the rules and tries every count and noise."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from outreach.reach.protection.rounding import Bracket, protect
from outreach.reach.protection.secondary import Ask, Fact, Rules, secure

#: Threshold, base, width of the noise: as in the profiles, narrower and wider than the threshold.
SETTINGS = [(5, 5, 5), (5, 5, 2), (10, 5, 5), (10, 10, 12), (3, 3, 7)]


def shown_of(truth: int, noise: int, rules: Rules, fine: int) -> Bracket:
    """What stands there for the sum of so many cells that are all hidden."""
    cells = [Fact(frozenset([number]), 0, rules.threshold - 1) for number in range(fine)]
    drawn = Rules(
        rules.base, rules.threshold, rules.secondary, noise=lambda _n, t: t + noise, width=rules.width
    )
    return secure(cells, [], [Ask(frozenset(range(fine)), truth)], drawn)[0][0]


@pytest.mark.parametrize("secondary", [True, False])
@pytest.mark.parametrize(("threshold", "base", "width"), SETTINGS)
def test_no_number_shown_says_that_somebody_was_there(threshold, base, width, secondary):
    """The whole table of perturbation, turned round: for each figure all counts that lead to it."""
    rules = Rules(base, threshold, secondary, width=width)
    fine = 2 + 4 * width // threshold
    possible: dict[Bracket, set[int]] = defaultdict(set)
    for truth in range(min(fine * (threshold - 1), 4 * (threshold + width)) + 1):
        for noise in range(-width, width + 1):
            possible[shown_of(truth, noise, rules, fine)].add(truth)
    assert any(found.value is not None for found in possible)
    for found, counts in possible.items():
        assert min(counts) >= threshold or counts >= set(range(threshold)), found
        assert found.lower == min(counts)
        assert found.upper is None or found.upper >= max(counts)


@st.composite
def noisy_cities(draw):
    """Cells (hidden ones and large ones), groups of them that overlap, and a seed for the noise."""
    counts = draw(st.lists(st.integers(0, 9), min_size=2, max_size=4))
    group = st.frozensets(st.integers(0, len(counts) - 1), min_size=1)
    return counts, draw(st.lists(group, min_size=1, max_size=5)), draw(st.integers(0, 10**6))


@settings(max_examples=60, deadline=None)
@given(noisy_cities(), st.sampled_from([(5, 5, 5), (3, 3, 2), (5, 5, 2)]))
@example(([4, 0, 4, 4], [frozenset({0}), frozenset({0, 1, 2, 3})], 4), (3, 3, 2))
def test_sums_beside_each_other_do_not_say_it_either(city, how):
    """Totals minus parts: a sum that could have been nobody's still can, unless it is shown and large."""
    (counts, groups, seed), (threshold, base, width) = city, how
    drawn = random.Random(seed)
    noise = {group: drawn.randint(-width, width) for group in groups}
    cells = [protect(count, 0, base, threshold) for count in counts]
    facts = [Fact(frozenset([number]), cell.lower, cell.upper) for number, cell in enumerate(cells)]
    asks = [Ask(group, sum(counts[atom] for atom in group)) for group in groups]
    rules = Rules(base, threshold, noise=lambda number, truth: truth + noise[groups[number]], width=width)
    found, _proof = secure(facts, [], asks, rules)
    tables = [
        table
        for table in product(*(range(cell.lower, cell.upper + 1) for cell in cells))
        if all(
            one.lower <= sum(table[atom] for atom in group) <= (10**9 if one.upper is None else one.upper)
            for group, one in zip(groups, found, strict=True)
        )
    ]
    assert tuple(counts) in tables
    for number, cell in enumerate(cells):
        assert {table[number] for table in tables} == set(range(cell.lower, cell.upper + 1))
    for group in groups:
        least = min(sum(table[atom] for atom in group) for table in tables)
        assert least >= threshold or least == sum(cells[atom].lower for atom in group)
