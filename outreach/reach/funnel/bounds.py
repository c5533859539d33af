"""What can be said from one step to the next without following anybody. Pure.

Nobody knows which of those who began an application through a channel sent one off: a person may begin on one
link and finish on another, and only numbers are told. But numbers limit each other. Of N who took the step
before, A did so through the channel; M of the N took the step after. Then between

    max(0, A + M - N)   and   min(A, M)

of the A are among the M: the Fréchet bounds of a joint count with known margins (M. Fréchet,
1951). Published numbers are ranges themselves (rounded or hidden), so every bound
is taken at the end of the range where it is widest. What stands here is therefore always true, and often
wide; where it is from 0 to 100 %, nothing is known, and pages say so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

HUNDRED = Fraction(100)


class Range(NamedTuple):
    """A whole number that lies in lower … upper, both included. `upper` None: nobody knows how much more."""

    lower: int
    upper: int | None

    @property
    def exact(self) -> bool:
        return self.lower == self.upper


class Share(NamedTuple):
    """A share that lies in lower … upper, both between 0 and 1."""

    lower: Fraction
    upper: Fraction

    @property
    def unknown(self) -> bool:
        """True if it says nothing at all."""
        return self.lower <= 0 and self.upper >= 1

    @property
    def percent(self) -> tuple[int, int]:
        """Rounded outwards to whole percent, so that the truth stays inside: (14, 23)."""
        return int(self.lower * 100 // 1), int(-(-self.upper * 100 // 1))


NOTHING_KNOWN = Share(Fraction(0), Fraction(1))


def joint(through: Range, all_before: Range, all_after: Range) -> Range:
    """How many of those who took the step before through a channel are among those who took the one after.

    `through` are part of `all_before`; who takes a step took the one before.
    """
    highest = _least(through.upper, all_after.upper)
    if all_before.upper is None:
        return Range(0, highest)
    lowest = max(0, through.lower + all_after.lower - all_before.upper)
    return Range(lowest if highest is None else min(lowest, highest), highest)


def passed(through: Range, all_before: Range, all_after: Range) -> Share | None:
    """Which share of those who came through a channel took the next step. None if perhaps nobody came.

    The share is lowest where the fewest came: 1 - (N - M)/A grows with A; and M/A is highest there.
    """
    came = through.lower
    if came <= 0:
        return None
    lower = Fraction(0)
    if all_before.upper is not None:
        stopped = max(0, all_before.upper - all_after.lower)
        lower = max(Fraction(0), 1 - Fraction(stopped, came))
    upper = Fraction(1) if all_after.upper is None else min(Fraction(1), Fraction(all_after.upper, came))
    return Share(lower, max(lower, upper))


def attributed(through_after: Range, through_before: Range) -> Share | None:
    """The next step told for the same code, as a share of the step before told for it.

    What it is if everybody stays with the link they came by. More may finish than began (by another link):
    then the share is cut at 1. None if perhaps nobody came.
    """
    if through_before.lower <= 0 or through_after.upper is None:
        return None
    lower = Fraction(0)
    if through_before.upper:
        lower = min(Fraction(1), Fraction(through_after.lower, through_before.upper))
    return Share(lower, min(Fraction(1), Fraction(through_after.upper, through_before.lower)))


def per_hundred(count: Range, openings: Range) -> tuple[Fraction, Fraction] | None:
    """Applications on a hundred openings: a proportion of unlike things (one person may open five times), so
    it is no share. None if there were perhaps no openings, or an end is unknown.
    """
    if openings.lower <= 0 or openings.upper is None or count.upper is None:
        return None
    return HUNDRED * count.lower / openings.upper, HUNDRED * count.upper / openings.lower


def _least(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return one if other is None else other
    return min(one, other)
