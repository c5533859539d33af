"""One cell of a table: rounded down to a grid, small numbers (and zeros) hidden. Pure.

**Rounding down** to base 5 publishes for a count c the bracket [5k, 5k+4] it lies in, and nothing else. Not
the nearest multiple: there 1 and 2 would look like 0, brackets would be shifted over the threshold, and "at
least" would be wrong. All brackets of a base are equally wide, so none tells more than another.

**Primary suppression.** Below the threshold nothing is shown: the bracket is [0, threshold - 1]. A zero hides
with the small numbers, since "nobody of this association opened it" also says something about every member.
Without primary suppression (attack tests only) a zero stays a zero and 1 … 4 is told apart from it.

**A count that only grows, released every week.** What is published is a function of the count alone, so a
reader of all releases knows of each week's count exactly its bracket, plus that counts never fall. That adds
nothing about one week: any count c_t of its bracket can be continued into the past by the lower ends and
into the future by the upper ends (lower brackets lie below, higher ones above; in the same bracket c_t
itself). For the growth between two weeks both ends can be chosen freely in their brackets (in the same
bracket: any pair in order), so it has at least `base` possible values: 0 … 4 if the bracket is the same,
else 5m-4 … 5m+4. It is never known closer than that. (That a bracket moved does say that somebody opened the
link in that time, one to nine times: of a count of retrievals, so coarse in time, that may be known.)
`tests/outreach/reach/protection/test_rounding.py` tries all histories.
"""

from __future__ import annotations

from typing import NamedTuple

SMALL, PROTECTS, DOMINATED = "small", "protects", "dominated"


class Bracket(NamedTuple):
    """What is published: a value or nothing (None), and lower..upper (both included; None: unbounded)."""

    value: int | None
    lower: int
    upper: int | None
    reason: str = ""


def floor(count: int, base: int) -> int:
    """The grid point at or below a count."""
    return count - count % base


def hidden_up_to(base: int, threshold: int) -> int:
    """The largest hidden count: the threshold, on the grid, minus one."""
    return -(-threshold // base) * base - 1


def protect(
    count: int, before: int, base: int, threshold: int, *, primary: bool = True, rounding: bool = True
) -> Bracket:
    """What is published for a cell.

    Args:
        count: the true count, at least 0.
        before: the lower end published before (0: none). A published figure is never taken back, also not
            when counters were lost.
        base, threshold: see above; base 1 is no rounding.
    """
    base = base if rounding else 1
    count = max(count, before)
    most_hidden = hidden_up_to(base, threshold)
    if primary and count <= most_hidden:
        return Bracket(None, 0, most_hidden, SMALL)
    if 0 < count < base:  # primary suppression is off: zero stays zero
        return Bracket(1, 1, base - 1)
    low = floor(count, base)
    return Bracket(low, low, low + base - 1 if low else 0)
