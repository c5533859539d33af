"""The privacy budget: what noisy tables may tell in sum, per measure and year. Spent is spent.

Rounded tables cost nothing: their promise (whole brackets, proven) does not wear off by more tables.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Sum

from outreach.reach.models import Release
from outreach.reach.protection import settings

_ROUNDING = 1e-9


class Account(NamedTuple):
    """What a measure's noisy tables of a year have lost, of how much they may."""

    measure: str
    year: int
    spent: float
    allowed: float

    @property
    def left(self) -> float:
        """What is left."""
        return max(0.0, self.allowed - self.spent)


def account(measure: str, year: int) -> Account:
    """The state of one account. The year is that of the period a table is about."""
    rows = Release.objects.filter(measure=measure, period__startswith=f"{year}-", spent__gt=0)
    spent = rows.aggregate(sum=Sum("spent"))["sum"] or 0.0
    return Account(measure, year, spent, settings.current().budget_per_year)


def affordable(measure: str, year: int, cost: float) -> bool:
    """Whether a table of that cost may still be released."""
    return cost <= account(measure, year).left + _ROUNDING or not settings.current().protections.budget


def accounts() -> list[Account]:
    """Every account anything was taken from, the newest year first."""
    used = Release.objects.filter(spent__gt=0).order_by().values_list("measure", "period").distinct()
    known = sorted({(-int(period[:4]), measure) for measure, period in used})
    return [account(measure, -year) for year, measure in known]
