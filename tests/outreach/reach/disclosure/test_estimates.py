"""Estimates hit the truth on average, and their intervals cover it at the stated rate."""

from __future__ import annotations

import functools
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.disclosure.estimates import (
    Estimate,
    Noise,
    beta_distribution,
    estimate,
    estimate_within,
    estimates,
    standard_error,
)

LN3 = math.log(3)
COIN = Noise(2, LN3)


@pytest.mark.parametrize(
    ("noise", "p", "q"),
    [
        (COIN, 0.75, 0.25),
        (Noise(2, 2), 0.8808, 0.1192),
        (Noise(8, LN3), 0.3, 0.1),
        (Noise(8, 2), 0.5135, 0.0695),
    ],
)
def test_probabilities(noise, p, q):
    assert noise.truth == pytest.approx(p, abs=1e-4) and noise.other == pytest.approx(q, abs=1e-4)
    assert noise.truth + (noise.options - 1) * noise.other == pytest.approx(1)
    assert noise.truth / noise.other == pytest.approx(math.exp(noise.epsilon))  # this is what eps means


@pytest.mark.parametrize(
    ("epsilon", "answers", "points"),
    [(LN3, 100, 9.8), (LN3, 500, 4.4), (LN3, 2000, 2.2), (2, 100, 6.3), (2, 500, 2.8), (2, 2000, 1.4)],
)
def test_standard_errors_are_those_of_the_published_table(epsilon, answers, points):
    """A true share of 30 %, in percentage points."""
    assert 100 * standard_error(0.3, answers, Noise(2, epsilon)) == pytest.approx(points, abs=0.06)


def test_an_estimate():
    found = estimate(40, 100, COIN)
    assert found.value == pytest.approx(0.3)
    assert found.error == pytest.approx(math.sqrt(0.4 * 0.6 / 100) / 0.5)
    # Clopper and Pearson for 40 of 100: 0.3033 … 0.5028
    assert (found.lower, found.upper) == pytest.approx(((0.3033 - 0.25) * 2, (0.5028 - 0.25) * 2), abs=3e-4)


def test_estimates_may_leave_the_scale_and_are_cut_for_show_only():
    found = estimate(10, 100, COIN)
    assert found.value == pytest.approx(-0.3)
    assert found.shown[:2] == (0, 0)
    assert not found.plausible and not found.enough  # nobody's noise looks like that
    assert estimate(90, 100, COIN).shown[0] == 1


def test_all_answers_at_once():
    found = estimates({"yes": 40, "no": 60}, COIN)
    assert found["yes"] == estimate(40, 100, COIN)
    assert found["yes"].value + found["no"].value == pytest.approx(1)
    assert estimates({"yes": 0, "no": 0}, COIN) == {}


@pytest.mark.parametrize(
    ("told", "answers", "enough"), [(5, 10, False), (10, 29, False), (40, 100, True), (100, 250, True)]
)
def test_not_enough_data_is_a_result(told, answers, enough):
    assert estimate(told, answers, COIN).enough is enough
    assert estimate(0, 0, COIN) is None
    assert estimate_within((0, 4), (0, 9), COIN) is None


@pytest.mark.parametrize(
    ("x", "a", "b", "expected"),
    [
        (0.5, 2, 2, 0.5),
        (0.25, 1, 1, 0.25),
        (0.3, 2, 5, 1 - 0.7**6 - 6 * 0.3 * 0.7**5),
        (0.9, 3, 1, 0.9**3),
        (0.0, 3, 4, 0),
        (1.0, 3, 4, 1),
        (0.4, 400, 600, 0.5),
    ],
)
def test_the_beta_distribution(x, a, b, expected):
    assert beta_distribution(x, a, b) == pytest.approx(expected, abs=1e-9 if a < 100 else 0.01)


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.01, 0.99))
def test_the_beta_distribution_is_the_tail_of_the_binomial(a, b, x):
    n = a + b - 1
    tail = sum(math.comb(n, i) * x**i * (1 - x) ** (n - i) for i in range(a, n + 1))
    assert beta_distribution(x, a, b) == pytest.approx(tail, abs=1e-9)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(2, 9), st.floats(0.3, 4))
def test_an_interval_holds_its_estimate(told, others, options, epsilon):
    found = estimate(told, told + others, Noise(options, epsilon))
    if found is not None:
        assert found.lower <= found.value <= found.upper
        assert 0 <= found.shown[1] <= found.shown[0] <= found.shown[2] <= 1


@given(st.integers(0, 80), st.integers(1, 80), st.integers(0, 4), st.integers(0, 4))
def test_ranges_hold_every_count_in_them(told, others, below, above):
    """Rounded counts: the interval is at least as wide as that of the true counts."""
    within = estimate_within(
        (max(0, told - below), told + above), (max(0, others - below), others + above), COIN
    )
    true = estimate(told, told + others, COIN)
    assert within is None or (within.lower <= true.lower and true.upper <= within.upper)


def randomised(answer: int, options: int, truth: float, chance: random.Random) -> int:
    """What the browser does."""
    if chance.random() < truth:
        return answer
    other = int(chance.random() * (options - 1))
    return other if other < answer else other + 1


estimated = functools.lru_cache(maxsize=None)(estimate)


def simulated(shares: list[float], answers: int, noise: Noise, rounds: int) -> list[list[Estimate]]:
    """Estimates of every answer, round by round. The truth among those who answer is fixed."""
    chance = random.Random(20261122)
    truth = [answer for answer, share in enumerate(shares) for _one in range(round(share * answers))]
    found, p = [], noise.truth
    for _round in range(rounds):
        counts = [0] * noise.options
        for answer in truth:
            counts[randomised(answer, noise.options, p, chance)] += 1
        found.append([estimated(count, answers, noise) for count in counts])
    return found


@pytest.mark.parametrize(
    ("shares", "answers", "noise"),
    [
        ([0.3, 0.7], 40, COIN),
        ([0.3, 0.7], 200, COIN),
        ([0.05, 0.95], 100, Noise(2, 2)),
        ([0.0, 1.0], 60, COIN),
        ([0.4, 0.2, 0.1, 0.1, 0.1, 0.1, 0.0, 0.0], 200, Noise(8, 2)),
    ],
    ids=str,
)
def test_intervals_cover_the_truth_at_their_rate(shares, answers, noise):
    """95 % are stated. Of 400 rounds at least 365 must cover (a true rate of 95 % fails once in 10,000)."""
    rounds = 400
    found = simulated(shares, answers, noise, rounds)
    for answer, share in enumerate(shares):
        covered = sum(one[answer].lower <= share <= one[answer].upper for one in found)
        assert covered >= 365, (answer, covered)


def test_estimates_hit_the_truth_on_average_and_scatter_as_told():
    rounds, answers = 400, 200
    values = [one[0].value for one in simulated([0.3, 0.7], answers, COIN, rounds)]
    mean = sum(values) / rounds
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / rounds)
    assert mean == pytest.approx(0.3, abs=4 * spread / math.sqrt(rounds))
    assert spread == pytest.approx(standard_error(0.3, answers, COIN), rel=0.2)
