"""Decides whether a claim is right. Only the judge knows the true counts; no attack ever sees one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Protocol

from outreach.reach.attacks.knowledge.claims import Claim, Quantity
from outreach.reach.attacks.knowledge.publication import TOTAL, Key
from outreach.reach.models import Release
from outreach.reach.releases import calendar, registry


class Judge(Protocol):
    """Somebody who can be asked for one true count; None: not known any more."""

    def truth(self, quantity: Quantity) -> int | None:
        """The true count."""
        ...


def is_right(claim: Claim, judge: Judge | None) -> bool | None:
    """Whether a claim tells something protected and true. None: nobody can say.

    What is claimed of a count that is at least the threshold is no secret, and not counted.
    """
    if claim.quantity is None:
        return True
    truth = judge.truth(claim.quantity) if judge else None
    if truth is None:
        return True if claim.certain and claim.upper < claim.threshold else None
    return claim.lower <= truth <= claim.upper and truth < claim.threshold


class Counted:
    """The judge of the live configuration: counts again, as the releases did."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, datetime.date, datetime.date], Mapping[Key, int] | None] = {}

    def truth(self, quantity: Quantity) -> int | None:
        """The true count, if the days it was counted from still stand."""
        now = self._at(quantity, quantity.until)
        before = self._at(quantity, quantity.since) if quantity.since else 0
        return None if now is None or before is None else now - before

    def _at(self, quantity: Quantity, until: datetime.date) -> int | None:
        place = (quantity.table, quantity.first, until)
        if place not in self._counts:
            self._counts[place] = _count(*place)
        counts = self._counts[place]
        return None if counts is None else _sum(counts, quantity.key)


def _count(name: str, first: datetime.date, until: datetime.date) -> Mapping[Key, int] | None:
    table = registry.find(name)
    release = Release.objects.filter(table=name, first=first, until=until).first()
    if table is None or release is None:
        return None
    period = calendar.Period(table.period, release.period, first, until, until)
    if table.period == "quarter":
        year, number = release.period.split("-Q")
        period = calendar.quarter(int(year), int(number), until)
    try:
        return table.count(period)
    except ValueError:  # the days have been summed up
        return None


def _sum(counts: Mapping[Key, int], key: Key) -> int:
    if TOTAL not in key:
        return counts.get(key, 0)
    fits: Callable[[Key], bool] = lambda other: all(  # noqa: E731
        part in (TOTAL, mine) for part, mine in zip(key, other, strict=True)
    )
    return sum(count for other, count in counts.items() if fits(other))
