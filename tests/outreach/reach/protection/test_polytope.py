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
