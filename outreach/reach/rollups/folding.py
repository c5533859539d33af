"""Sums day counters of months long past and throws the days away."""

from __future__ import annotations

import datetime
import logging
from collections import Counter as Tally

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from channels.models import Link
from outreach.reach.models import Counter, Release
from outreach.reach.opening.configuration import counting_rules
from outreach.reach.rollups.adding import add_up
from outreach.reach.rollups.filing import EVENT, file_postings
from outreach.reach.rollups.periods import first_of

logger = logging.getLogger(__name__)

#: Rows a transaction moves. Writers of counts wait for one such step at most (some hundredths of a second).
STEP = 1_000
#: However late a release is, days never live longer.
MOST_KEPT = datetime.timedelta(days=366)
#: Steps a run makes; what is left is the next run's.
MOST_STEPS = 2_000

_COLUMNS = ("pk", "link", "slot", "kind", "medium", "total")


def days_go_before(today: datetime.date) -> datetime.date:
    """First day whose counters still stand: whole months go, once their last day is long enough past.

    A late release still needs the days: they wait for the week that counts them, but no longer than a year.
    """
    due = first_of(today - datetime.timedelta(days=counting_rules().days_kept))
    released = Release.objects.aggregate(until=Max("until"))["until"]
    waited_for = first_of(released) if released else datetime.date.min
    return max(min(due, waited_for), first_of(today - MOST_KEPT))


def overdue(today: datetime.date) -> int:
    """How many day rows (not openings) still stand although their time is over: 0, or the next run's work."""
    return Counter.objects.filter(slot__lt=days_go_before(today)).count()


def roll_up(today: datetime.date | None = None, most_steps: int = MOST_STEPS) -> int:
    """Move what is due into months; returns how many day rows went. Run again: nothing is left to do.

    A count that arrives late (written after a long absence of the database) is added the next time.
    """
    file_postings()
    until = days_go_before(today or timezone.localdate(timezone=timezone.get_default_timezone()))
    moved = 0
    for _step in range(most_steps):
        rows = _fold_step(until)
        moved += rows
        if rows < STEP:
            break
    if moved:
        logger.info("Summed up %d day counters of the time before %s.", moved, until)
    return moved


@transaction.atomic
def _fold_step(until: datetime.date) -> int:
    """Lock some rows, add them to their months, delete exactly these: what comes meanwhile stays."""
    due = Counter.objects.filter(slot__lt=until).order_by("slot", "pk").select_for_update(skip_locked=True)
    rows = list(due.values_list(*_COLUMNS)[:STEP])
    about = _about({link for _pk, link, *_rest in rows})
    links: Tally[tuple[object, ...]] = Tally()
    sums: Tally[tuple[object, ...]] = Tally()
    for _pk, link, slot, kind, medium, total in rows:
        month = first_of(slot)
        links[(link, month, kind, medium)] += total
        sums[(month, *about[link], kind, medium)] += total
    add_up("reach_monthcount", ("link_id", "month", "kind", "medium"), links)
    add_up("reach_rollup", ("month", "channel_id", "family", "language", "kind", "medium"), sums)
    Counter.objects.filter(pk__in=[pk for pk, *_rest in rows]).delete()
    return len(rows)


def _about(links: set[int]) -> dict[int, tuple[int, str, str]]:
    """Channel, family and language of each link."""
    columns = ("pk", "channel", "posting__filing__family", "language")
    rows = Link.objects.filter(pk__in=links).values_list(*columns)
    return {pk: (channel, family or EVENT, language) for pk, channel, family, language in rows}
