"""The proof of deletion: is anything still there whose time is over, and what did the log note?"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from django.contrib.sessions.models import Session
from django.db.models import Sum

from channels.models import PartnerRequest
from channels.partners.participation.requests import VALID
from outreach.background import periodic
from outreach.models import Deletion, PeriodicRun
from outreach.reach.opening.configuration import counting_rules
from outreach.reach.rollups.folding import overdue

_YEAR = datetime.timedelta(days=365)


class Kept(NamedTuple):
    """One kind of data: how long it is kept, what is overdue, what the log says."""

    what: str
    #: Days; 0: until its own end (a session).
    days: int
    overdue: int
    last: datetime.date | None
    in_a_year: int


def proof(now: datetime.datetime) -> list[Kept]:
    """Every kind with a time limit. Overdue rows may be as old as the hour between two runs."""
    return [_kept(what, days, left(now), now) for what, days, left in _rules()]


def _rules() -> list[tuple[str, int, Callable[[datetime.datetime], int]]]:
    partner = [
        (f"partner-{purpose.value.replace('_', '-')}", valid.days, _requests(purpose, valid))
        for purpose, valid in VALID.items()
    ]
    return [
        ("day-counters", counting_rules().days_kept, _day_counters),
        *partner,
        ("sessions", 0, lambda now: Session.objects.filter(expire_date__lt=now).count()),
        ("periodic-runs", periodic.KEPT.days, _runs),
    ]


def _requests(purpose: str, valid: datetime.timedelta) -> Callable[[datetime.datetime], int]:
    return lambda now: PartnerRequest.objects.filter(purpose=purpose, created_at__lt=now - valid).count()


def _day_counters(now: datetime.datetime) -> int:
    return overdue(now.date())


def _runs(now: datetime.datetime) -> int:
    """Kept until the next run of the same name, so twice as long at most."""
    return PeriodicRun.objects.filter(claimed_at__lt=now - 2 * periodic.KEPT).count()


def _kept(what: str, days: int, overdue: int, now: datetime.datetime) -> Kept:
    lines = Deletion.objects.filter(what=what)
    last = lines.order_by("-day").values_list("day", flat=True).first()
    rows = lines.filter(day__gt=now.date() - _YEAR).aggregate(sum=Sum("rows"))["sum"] or 0
    return Kept(what, days, overdue, last, rows)
