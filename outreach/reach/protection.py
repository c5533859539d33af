"""The rules that keep small numbers from being seen: pure, so that they can be proven.

**One cell** (an ad on a channel) has a true count that only grows. Published is either nothing ("unter 5")
or a value, and the value only moves when at least `threshold` more retrievals came since the value shown.
What a reader of *all* releases can know, with threshold 5:

- hidden: the count is somewhere in 0 … 4 (a zero is hidden too: "nobody" also says something);
- shown for the first time, or moved: the count is exactly the value;
- shown unchanged: the count is somewhere in value … value + 4.

So the growth between any two releases is known only as a range of five or more possible numbers, or as
something that is at least 5 (both ends exact, and different values differ by at least 5). A growth of 1 to 4
can never be told from its neighbours. The same holds from the time before the first click, when the count
was known to be 0: the first value shown is at least 5.

**Sums** are made of published values only, so they tell nothing that was not published: whoever has the
table can make them too. A true sum (with the hidden cells in it) would tell a hidden cell by subtraction,
and with two hidden cells often still a narrow range; therefore none is ever made. With a hidden cell a sum
is a lower bound and says so; if all cells are hidden there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

THRESHOLD = 5


def protect(count: int, shown: int | None, threshold: int = THRESHOLD) -> int | None:
    """What is published for a cell: a new value, the value shown before, or None (hidden)."""
    if count >= (shown or 0) + threshold:
        return count
    return shown


class Total(NamedTuple):
    """A sum of published values."""

    #: None: every cell is hidden.
    value: int | None
    #: How many cells are hidden.
    hidden: int
    #: The true sum is at most this: every cell, hidden or shown, may have up to threshold - 1 more.
    most: int


def total(values: Iterable[int | None], threshold: int = THRESHOLD) -> Total:
    """The sum of what is shown, and how far the truth can be above it."""
    cells = list(values)
    shown = [value for value in cells if value is not None]
    most = sum(shown) + (threshold - 1) * len(cells)
    return Total(sum(shown) if shown else None, len(cells) - len(shown), most)
