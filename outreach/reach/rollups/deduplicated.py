"""Whether first openings of a device were counted throughout a time: a figure of them must know that.

The counters cannot tell: without first openings in them, the setting was off, or nobody came. So whoever
writes counts notes under which setting they were counted, if it is not the one noted last.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from outreach.reach.models import Deduplication


def note(minutes: int, days: Collection[Any]) -> None:
    """Counts of these days are written by a process with this setting. One query where nothing changed.

    Where counts of several days are written at once, "on" is believed late, and "off" early.
    """
    ends = ({max(days)} if minutes else {min(days), max(days)}) if days else ()
    for day in ends:
        if _in_force(Deduplication.objects.filter(since__lte=day)) == minutes:
            continue
        if not Deduplication.objects.filter(since=day, minutes=minutes).exists():  # processes may take turns
            Deduplication.objects.create(since=day, minutes=minutes)


def minutes_throughout(first: datetime.date, until: datetime.date) -> int:
    """The setting on all days from `first`, until the day before `until`; 0: off, or not the same on all.

    The day on which a setting came is told apart by nothing: it is in force from the next day on.
    """
    minutes = _in_force(Deduplication.objects.filter(since__lt=first))
    changed = Deduplication.objects.filter(since__gte=first, since__lt=until).exclude(minutes=minutes)
    return 0 if minutes and changed.exists() else minutes


def _in_force(rows: QuerySet[Deduplication]) -> int:
    return rows.order_by("-since", "-pk").values_list("minutes", flat=True).first() or 0
