"""Whether the clock can be believed before something is done that nobody can take back.

A machine whose clock leaps ahead (a flat battery, a wrong time server) would publish weeks that have not been
and sum up days that are not over. So the schedule leaves a mark every hour; after a leap, or a long time
off, such work waits until the clock has run on for some hours.
"""

from __future__ import annotations

import datetime
from itertools import pairwise

from django.utils import timezone

from outreach.models import PeriodicRun

_NAME = "clock"
#: A gap between two marks that is longer is a leap, or the service was off.
GAP = datetime.timedelta(days=2)
#: So long the clock must have run on since.
STEADY = datetime.timedelta(hours=6)
_KEPT = 100


def runs_steadily(now: datetime.datetime | None = None) -> bool:
    """Leave this hour's mark; False for some hours after a leap forward. A new service starts at once."""
    now = now or timezone.now()
    PeriodicRun.objects.get_or_create(
        name=_NAME, slot=f"{now.astimezone(datetime.UTC):%Y-%m-%dT%H}", defaults={"claimed_at": now}
    )
    marks = list(
        PeriodicRun.objects.filter(name=_NAME, claimed_at__lte=now)
        .order_by("-claimed_at")
        .values_list("claimed_at", flat=True)[:_KEPT]
    )
    leap = next((late for late, early in pairwise(marks) if late - early > GAP), None)
    _throw_away_old_marks()
    return leap is None or now - leap >= STEADY


def _throw_away_old_marks() -> None:
    """By their order of writing, not by the clock that is in doubt."""
    newest = PeriodicRun.objects.filter(name=_NAME).order_by("-pk").values_list("pk", flat=True)
    if oldest := list(newest[_KEPT - 1 : _KEPT]):
        PeriodicRun.objects.filter(name=_NAME, pk__lt=oldest[0]).delete()
