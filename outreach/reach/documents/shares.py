"""Shares estimated from voluntary answers, made of released tables alone."""

from __future__ import annotations

from typing import NamedTuple

from outreach.reach import released
from outreach.reach.disclosure.estimates import Noise, estimate_within
from outreach.reach.disclosure.questions import YES_NO
from outreach.reach.documents.periods import Period, read
from outreach.reach.documents.words import Words
from outreach.reach.released import Figure, Table

TABLE = "disclosure"
_YES, _NO = YES_NO


class Share(NamedTuple):
    """One estimate: the share (0 … 1), its 95 % range, and how many answers it rests on."""

    name: str
    share: float
    low: float
    high: float
    answers: Figure


def of(definition: str, period: Period, say: Words) -> list[Share]:
    """What was released under a definition in the period, each quarter for itself; empty if nothing was.

    Quarters are not added up: each has its own people who answered, and its range says how sure it is.
    """
    tables = released.history(TABLE, periods=period.quarters)
    return [found for table in tables for found in _of_table(table, definition, say)]


def _of_table(table: Table, definition: str, say: Words) -> list[Share]:
    """One estimate per amount of noise; none where there are too few answers to say anything."""
    quarter = read(table.period)
    name = quarter.name(say.code) if quarter else table.period
    noises = sorted({key[1] for key in table.inner() if key[0] == definition}, key=int)
    found = [_share(table, definition, noise, name) for noise in noises]
    return [one for one in found if one is not None]


def _share(table: Table, definition: str, noise: str, name: str) -> Share | None:
    yes, no = (table.cells.get((definition, noise, answer)) for answer in (_YES, _NO))
    if yes is None or no is None or yes.upper is None or no.upper is None:
        return None
    made = Noise(options=len(YES_NO), epsilon=int(noise) / 1000)
    estimate = estimate_within((yes.lower, yes.upper), (no.lower, no.upper), made)
    if estimate is None or not estimate.enough:
        return None
    return Share(name, *estimate.shown, released.add([yes, no]))
