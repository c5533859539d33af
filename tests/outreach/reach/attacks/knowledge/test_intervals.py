"""Bounds from sums: sound, and by linear programs exact."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.attacks.knowledge.intervals import OPEN, Contradiction, Unknowns


def square(truth: list[int], slack: int) -> Unknowns:
    """Four cells that may be 0 … 6, and their four sums known up to `slack`."""
    unknowns = Unknowns()
    for place in range(4):
        unknowns.between(place, 0, 6)
    for name, parts in {"r0": (0, 1), "r1": (2, 3), "c0": (0, 2), "c1": (1, 3)}.items():
        total = sum(truth[part] for part in parts)
        unknowns.between(name, total - total % (slack + 1), total - total % (slack + 1) + slack)
        unknowns.is_sum(name, parts)
    return unknowns


def possible(unknowns: Unknowns) -> list[tuple[int, ...]]:
    """Every way to fill the four cells, found by trying."""
    sums = {"r0": (0, 1), "r1": (2, 3), "c0": (0, 2), "c1": (1, 3)}
    return [
        cells
        for cells in product(range(7), repeat=4)
        if all(
            unknowns.bounds(name)[0] <= sum(cells[part] for part in parts) <= unknowns.bounds(name)[1]
            for name, parts in sums.items()
        )
    ]


@given(st.lists(st.integers(0, 6), min_size=4, max_size=4), st.integers(0, 4))
def test_narrowing_is_sound_and_solving_is_exact(truth, slack):
    ways = possible(square(truth, slack))
    assert tuple(truth) in ways
    narrowed, solved = square(truth, slack), square(truth, slack)
    narrowed.narrow()
    exact = solved.solved(range(4), enough=100)
    for place in range(4):
        values = [way[place] for way in ways]
        lower, upper = narrowed.bounds(place)
        assert lower <= min(values) and max(values) <= upper
        assert exact[place] == (min(values), max(values))


def test_what_is_wide_open_is_not_asked():
    unknowns = square([3, 3, 3, 3], 4)
    assert unknowns.solved(range(4), enough=2) == {}


def test_open_ends():
    unknowns = Unknowns()
    unknowns.between("cell", 0, None)
    unknowns.is_sum("whole", ["cell", "other"])
    unknowns.narrow()
    assert unknowns.bounds("cell") == (0, OPEN)
    unknowns.between("whole", 0, 7)
    unknowns.narrow()
    assert unknowns.bounds("cell") == (0, 7)
    assert unknowns.solved(["cell"], enough=100) == {"cell": (0, 7)}


def test_contradictions_are_said():
    unknowns = Unknowns()
    unknowns.between("whole", 9, 9)
    unknowns.between("part", 0, 4)
    unknowns.is_sum("whole", ["part"])
    with pytest.raises(Contradiction):
        unknowns.narrow()
    again = Unknowns()
    again.between("whole", 9, 9)
    again.between("part", 0, 4)
    again.is_sum("whole", ["part"])
    with pytest.raises(Contradiction):
        again.solved(["part"], enough=9)
