"""The solver's answers are tables of whole numbers that fit, or nothing."""

from __future__ import annotations

import pytest

from outreach.reach.protection.polytope import UNBOUNDED, InconsistentError, Polytope, Row, SolverError


def test_ends_of_a_sum():
    found = Polytope(2, [Row([0, 1], 5, 9), Row([0], 0, 4), Row([1], 0, None)])
    assert [found.extreme(2, most=most)[2] for most in (False, True)] == [1, 9]
    found.bound(0, 12, 12)
    assert [found.extreme(2, most=most)[2] for most in (False, True)] == [8, 12]


def test_nothing_is_known_of_an_open_sum():
    found = Polytope(1, [Row([0], 3, None)])
    assert found.extreme(0, most=True)[0] >= UNBOUNDED


def test_halves_are_no_answer():
    """Three sums of two columns each, at most 1: in fractions all are a half."""
    rows = [Row([0, 1], 0, 1), Row([1, 2], 0, 1), Row([0, 2], 0, 1), Row([0, 1, 2], 0, None)]
    assert Polytope(3, rows).extreme(3, most=True)[3] == 1


def test_contradictions_are_told():
    with pytest.raises(InconsistentError):
        Polytope(2, [Row([0, 1], 0, 3), Row([0], 4, 9)])


def test_witnesses_that_no_longer_fit_are_forgotten():
    found = Polytope(1, [Row([0], 0, 9)])
    found.extreme(0, most=True)
    found.bound(0, 0, 4)
    assert all(sums[0] <= 4 for sums in found.fitting(0))
    found.forget()
    assert all(sums[0] <= 4 for sums in found.witnesses)


def test_half_an_answer_is_none(monkeypatch):
    """A solver that stops early is no proof."""
    found = Polytope(2, [Row([0, 1], 5, 9), Row([0], 0, 4)])
    found._solver.setOptionValue("simplex_iteration_limit", 0)
    with pytest.raises(SolverError):
        found.extreme(1, most=True)


def test_large_sums_are_exact_to_the_last_one():
    """A solver that may be 0.01 % off calls a range narrower than it is, and a quarter would be held back."""
    limits = [
        ([1, 4, 6], 311540),
        ([6, 7], 256694),
        ([0, 4, 5, 6], 154349),
        ([2, 3, 5, 6], 387629),
        ([0, 5, 6], 151986),
        ([2, 3, 5, 6], 183302),
        ([0, 1, 6, 7], 167742),
        ([2, 3, 6], 282595),
        ([0, 2, 5, 6], 107826),
        ([6, 7], 396808),
        ([4, 5], 214008),
        ([1, 6], 316424),
        ([1, 3, 4, 5], 154093),
        ([2, 5, 7], 272819),
    ]
    rows = [Row(range(8), 0, None), *(Row(columns, 0, most) for columns, most in limits)]
    found = Polytope(8, rows)
    largest = found.extreme(0, most=True)[0]
    assert largest > 400_000
    found.bound(0, largest + 1, None)
    with pytest.raises(InconsistentError):  # nothing lies beyond it
        found.extreme(0, most=True)
