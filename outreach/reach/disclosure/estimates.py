"""What noisy answers say about the true shares, and how sure that is. Pure.

k-ary randomised response (Kairouz, Bonawitz, Ramage: Discrete distribution estimation under local privacy,
ICML 2016; for two answers S. L. Warner, 1965): the browser tells the true answer with probability

    p = e^eps / (k - 1 + e^eps)     and each other one with     q = 1 / (k - 1 + e^eps).

With L the observed share of an answer, the true share is estimated as (L - q) / (p - q), with the standard
error sqrt(L (1 - L) / n) / (p - q). Estimates may leave 0 … 1; only `Estimate.shown` cuts them.

The interval is Clopper and Pearson's for L, carried over: it covers the truth at least at its rate, also for
few answers. It is meant for those who answered. Who did not answer may differ; no formula knows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

RATE = 0.95
#: Fewer answers, or an interval wider than this, are no news: "not enough data".
FEWEST = 30
WIDEST = 0.4
_STEPS = 60
_TINY = 1e-300


class Noise(NamedTuple):
    """How answers were made noisy: among `options` answers, with privacy loss `epsilon` (above 0)."""

    options: int
    epsilon: float

    @property
    def truth(self) -> float:
        """p: how often the true answer is told."""
        return math.exp(self.epsilon) / (self.options - 1 + math.exp(self.epsilon))

    @property
    def other(self) -> float:
        """q: how often one certain other answer is told instead."""
        return 1 / (self.options - 1 + math.exp(self.epsilon))

    def undone(self, observed: float) -> float:
        """The true share that leads to this observed share on average."""
        return (observed - self.other) / (self.truth - self.other)


class Estimate(NamedTuple):
    """A true share, as far as noisy answers tell it. May lie outside 0 … 1: it is an estimate."""

    value: float
    error: float  # standard error
    lower: float
    upper: float
    answers: int  # at least so many

    @property
    def enough(self) -> bool:
        """False: not enough data, and that is a normal result."""
        lower, upper = cut(self.lower), cut(self.upper)
        return self.answers >= FEWEST and upper - lower <= WIDEST and self.plausible

    @property
    def plausible(self) -> bool:
        """False: no true share leads to such answers; they were not made noisy in the way we think."""
        return self.upper >= 0 and self.lower <= 1

    @property
    def shown(self) -> tuple[float, float, float]:
        """(value, lower, upper), cut to 0 … 1."""
        return cut(self.value), cut(self.lower), cut(self.upper)


def cut(share: float) -> float:
    """The share within 0 … 1."""
    return min(1.0, max(0.0, share))


def estimate(count: int, answers: int, noise: Noise, rate: float = RATE) -> Estimate | None:
    """The true share of the answer told `count` times among `answers`. None without answers."""
    return estimate_within((count, count), (answers - count, answers - count), noise, rate)


def estimate_within(
    told: tuple[int, int], others: tuple[int, int], noise: Noise, rate: float = RATE
) -> Estimate | None:
    """The same where the counts are published as ranges (lowest, highest): told this answer, told another.

    The interval reaches from the lowest truth any of these counts leaves open to the highest; the value is
    that of the middles. None if perhaps nobody answered.
    """
    answers = told[0] + others[0]
    if answers == 0:
        return None
    lower = _lowest(told[0], told[0] + others[1], rate)
    upper = _highest(told[1], told[1] + others[0], rate)
    middle, rest = sum(told) / 2, sum(others) / 2
    observed = middle / (middle + rest)
    error = math.sqrt(observed * (1 - observed) / (middle + rest)) / (noise.truth - noise.other)
    return Estimate(noise.undone(observed), error, noise.undone(lower), noise.undone(upper), answers)


def estimates(counts: Mapping[str, int], noise: Noise, rate: float = RATE) -> dict[str, Estimate]:
    """One for each answer; none without answers."""
    total = sum(counts.values())
    return {answer: estimate(count, total, noise, rate) for answer, count in counts.items() if total}


def standard_error(share: float, answers: int, noise: Noise) -> float:
    """What to expect of so many answers if the true share is this one: for planning, and for the page."""
    observed = noise.other + share * (noise.truth - noise.other)
    return math.sqrt(observed * (1 - observed) / answers) / (noise.truth - noise.other)


def _lowest(count: int, number: int, rate: float) -> float:
    """Clopper and Pearson's lower end for `count` of `number`."""
    return 0.0 if count == 0 else _root(count, number - count + 1, (1 - rate) / 2)


def _highest(count: int, number: int, rate: float) -> float:
    return 1.0 if count == number else _root(count + 1, number - count, (1 + rate) / 2)


def _root(a: float, b: float, probability: float) -> float:
    """The quantile of the beta distribution, by halving."""
    low, high = 0.0, 1.0
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if beta_distribution(middle, a, b) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_distribution(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction (Abramowitz and Stegun,
    26.5.8), good to about twelve digits.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # there the fraction for the complement is the quick one
        return 1 - beta_distribution(1 - x, b, a)
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(logarithm) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """By Lentz's method: terms are added until they change nothing."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return result


def _not_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
