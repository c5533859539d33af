"""Sums beside cells, read by somebody who has it all, knows the rules, and tries every table that fits."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.reach.protection import secondary
from outreach.reach.protection.rounding import Bracket, protect
from outreach.reach.protection.secondary import Ask, Fact, InconsistentError, Rules, secure

RULES = Rules()


def cells_of(counts: list[int], rules: Rules = RULES) -> list[Fact]:
    brackets = [protect(count, 0, rules.base, rules.threshold) for count in counts]
    return [Fact(frozenset([n]), found.lower, found.upper) for n, found in enumerate(brackets)]


def asks_of(counts: list[int], groups: list[frozenset[int]]) -> list[Ask]:
    return [Ask(group, sum(counts[atom] for atom in group)) for group in groups]


def published(counts: list[int], groups: list[frozenset[int]], rules: Rules = RULES) -> list[Bracket]:
    return secure(cells_of(counts, rules), [], asks_of(counts, groups), rules)[0]


def fits(counts: tuple[int, ...], groups: list[frozenset[int]], found: list[Bracket]) -> bool:
    sums = [sum(counts[atom] for atom in group) for group in groups]
    pairs = zip(found, sums, strict=True)
    return all(bracket.lower <= total <= (bracket.upper or 10**9) for bracket, total in pairs)


def tables_that_fit(cells: list[Fact], groups: list[frozenset[int]], found: list[Bracket]):
    every = product(*(range(cell.lower, cell.upper + 1) for cell in cells))
    return [counts for counts in every if fits(counts, groups, found)]


@st.composite
def cities(draw, most: int = 5):
    """Counts of some cells, and up to five groups of them: families, months, totals, overlapping."""
    size = draw(st.integers(1, most))
    counts = draw(st.lists(st.integers(0, 14), min_size=size, max_size=size))
    group = st.frozensets(st.integers(0, size - 1), min_size=1)
    return counts, draw(st.lists(group, min_size=1, max_size=5))


@settings(max_examples=60)
@given(cities())
def test_every_cell_keeps_its_whole_bracket_and_every_sum_five_values(city):
    counts, groups = city
    cells, found = cells_of(counts), published(counts, groups)
    tables = tables_that_fit(cells, groups, found)
    assert tuple(counts) in tables
    for number, cell in enumerate(cells):
        assert {table[number] for table in tables} == set(range(cell.lower, cell.upper + 1))
    for group in groups:
        assert len({sum(table[atom] for atom in group) for table in tables}) >= 5


@settings(max_examples=6, deadline=None)
@given(cities(most=3))
def test_knowing_the_rules_does_not_help(city):
    """Only tables that would have led to the very same publication are possible; still every cell is free."""
    counts, groups = city
    cells, found = cells_of(counts), published(counts, groups)
    same = [
        table for table in tables_that_fit(cells, groups, found) if published(list(table), groups) == found
    ]
    for number, cell in enumerate(cells):
        assert {table[number] for table in same} == set(range(cell.lower, cell.upper + 1))


@settings(max_examples=30)
@given(cities(), st.integers(0, 5))
def test_what_is_released_later_is_checked_against_all_that_was(city, cut):
    """Two releases, one after the other, over the same cells: together they tell no more than one would."""
    counts, groups = city
    first, later = groups[:cut], groups[cut:]
    cells, early = cells_of(counts), published(counts, first)
    facts = [Fact(group, bracket.lower, bracket.upper) for group, bracket in zip(first, early, strict=True)]
    late, _proof = secure(cells, facts, asks_of(counts, later), RULES)
    for number, cell in enumerate(cells):
        seen = {table[number] for table in tables_that_fit(cells, groups, early + late)}
        assert seen == set(range(cell.lower, cell.upper + 1))


@settings(max_examples=20)
@given(cities())
def test_noise_keeps_the_same_promise(city):
    counts, groups = city
    rules = Rules(noise=lambda number, truth: truth + (truth * 7 + number) % 9 - 4, width=4)
    cells, found = cells_of(counts), published(counts, groups, rules)
    tables = tables_that_fit(cells, groups, found)
    assert tuple(counts) in tables
    for number, cell in enumerate(cells):
        assert {table[number] for table in tables} == set(range(cell.lower, cell.upper + 1))


def test_without_it_a_total_tells_a_hidden_cell():
    """What the rule is for: the plain bracket of a total can say that all cells are near their upper ends."""
    counts, groups = [4, 9, 9], [frozenset([0, 1, 2])]
    (open_sum,) = published(counts, groups, Rules(secondary=False))
    assert (open_sum.lower, open_sum.upper) == (20, 24)
    tables = tables_that_fit(cells_of(counts), groups, [open_sum])
    assert min(table[0] for table in tables) == 2
    (kept,) = published(counts, groups)
    assert (kept.lower, kept.upper, kept.reason) == (15, 22, "protects")


def test_far_from_the_ends_sums_are_as_fine_as_cells():
    counts = [7] * 12
    (found,) = published(counts, [frozenset(range(12))])
    assert found == Bracket(80, 80, 84)


def test_small_sums_are_hidden_and_closed_ones_say_nothing():
    counts, group = [0] * 8, frozenset(range(8))
    assert published(counts, [group]) == [Bracket(None, 0, 4, "small")]
    found, _proof = secure(cells_of(counts), [], [Ask(group, 0, closed=True)], RULES)
    assert found == [Bracket(None, 0, 32, "protects")]


def test_cells_that_nothing_is_known_of():
    """A table without a finer one: its own cells get the plain grid, a grown sum as well."""
    asks = [Ask(frozenset([0]), 12), Ask(frozenset([1]), 3), Ask(frozenset([0, 1]), 15)]
    found, proof = secure([], [], asks, RULES)
    assert found[:2] == [Bracket(10, 10, 14), Bracket(None, 0, 4, "small")]
    assert found[2].lower <= 15 <= found[2].upper and proof.targets == 3


def test_the_same_sum_under_two_names_says_the_same():
    asks = [Ask(frozenset(range(6)), 40), Ask(frozenset(range(6)), 40)]
    one, other = secure(cells_of([7, 7, 7, 7, 6, 6]), [], asks, RULES)[0]
    assert one == other


def test_a_threshold_above_the_base():
    rules = Rules(threshold=10)
    (found,) = published([1] * 9, [frozenset(range(9))], rules)
    assert found == Bracket(None, 0, 9, "small")


def test_contradictions_are_told():
    with pytest.raises(InconsistentError):
        secure(cells_of([3]), [Fact(frozenset([0]), 7, 8)], [Ask(frozenset([0]), 3)], RULES)


@pytest.mark.parametrize("channels", [12])
def test_two_hundred_ads_on_twelve_channels_stay_small(channels):
    """Interchangeable cells are one class: the solver is asked some thousand times, not a million."""
    ads = 200
    counts = [(ad * 7 + way * 3) % 17 for ad in range(ads) for way in range(channels)]
    place = {(ad, way): ad * channels + way for ad in range(ads) for way in range(channels)}
    groups = [
        frozenset(place[ad, way] for ad in range(ads) if ad % 10 == family)
        for way in range(channels)
        for family in range(10)
    ]
    groups += [frozenset(place[ad, way] for ad in range(ads)) for way in range(channels)]
    found, proof = secure(cells_of(counts), [], asks_of(counts, groups), RULES)
    assert proof.open == 0 and proof.solved < 20_000
    assert all(bracket.upper - bracket.lower < 15 for bracket in found)


def test_asking_for_many_at_once_only_saves_solving(monkeypatch):
    """Ads x channels as in the funnel: the same brackets as when each figure is asked for by itself."""
    draw = random.Random(7)
    counts = {(ad, channel): draw.choice((0, 0, 1, 3, 9, 40)) for ad in range(14) for channel in range(4)}
    numbers = {cell: number for number, cell in enumerate(counts)}
    groups = [[cell for cell in counts if cell[1] == channel] for channel in range(4)] + [list(counts)]
    groups += [[cell for cell in counts if cell[0] == ad] for ad in range(14)]
    asks = [
        Ask(frozenset(numbers[cell] for cell in group), sum(counts[cell] for cell in group))
        for group in groups
    ]
    quick, few = secure([], [], asks, Rules())
    monkeypatch.setattr(secondary._System, "_spread", lambda self, known: None)
    monkeypatch.setattr(secondary._System, "_hand_on", lambda self, giver, known: None)
    slow, many = secure([], [], asks, Rules())
    assert quick == slow
    assert few.targets == many.targets and few.solved < many.solved / 2


def test_where_no_bracket_is_safe_nothing_is_said(monkeypatch):
    """However high the end: with no known upper bound the search for a safe one must still end."""
    monkeypatch.setattr(secondary._System, "_safe", lambda self, row, low, high: False)
    (bracket,), _proof = secure([], [], [Ask(frozenset({0, 1}), 7)], Rules())
    assert (bracket.value, bracket.lower, bracket.upper) == (None, 0, None)
