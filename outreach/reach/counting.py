"""Counting retrievals: one more for (link, day, kind, medium), and nothing else.

A retrieval is answered first and counted in memory. A thread writes what has gathered every quarter of a
second, so that at most one second of counts is lost when the process is killed without warning (a quarter of
gathering, and the time of one write), as long as the database takes writes. While it does not, counts are
kept and tried again. What does not fit any more is counted as lost, and shown by the metrics.
"""

from __future__ import annotations

import datetime
import logging
import time
from collections import Counter as Tally
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from outreach.reach.gathering import Gathering
from outreach.reach.opening.configuration import counting_rules
from outreach.reach.rollups.adding import add_up

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_WRITES = 0.25
#: Different (link, day, kind, medium) held at once. Bounded by links, not by visitors.
MOST_KEYS = 20_000


class Key(NamedTuple):
    """What a retrieval adds to. No person, no time of day."""

    link: int
    slot: datetime.date
    kind: str
    medium: str


class Buffer(Gathering):
    """Counts that wait to be written."""

    name = "reach-counts"

    def __init__(self, most_keys: int = MOST_KEYS, seconds: float = SECONDS_BETWEEN_WRITES) -> None:
        self.most_keys = most_keys
        #: Since the start: counts that are gone, and counts whose day the clock had wrong.
        self.lost = self.redated = 0
        #: How often in a row the database has not taken what waits.
        self.failures = 0
        super().__init__(seconds)

    def _forget(self) -> None:
        super()._forget()
        self.counts: dict[Key, int] = {}

    @property
    def waiting(self) -> int:
        """How many different counters wait to be written."""
        return len(self.counts)

    def add(self, link: int, kind: str, medium: str) -> None:
        """Count one retrieval, today."""
        key = Key(link, calendar.today(), kind, medium)
        with self._lock:
            self._add(key, 1)

    def _merge(self, more: dict[Key, int]) -> None:
        with self._lock:
            for key, number in more.items():
                self._add(key, number)

    def _add(self, key: Key, number: int) -> None:
        if key in self.counts:
            self.counts[key] += number
        elif len(self.counts) < self.most_keys:
            self.counts[key] = number
        else:
            self.lost += number

    def flush(self) -> bool:
        """Write what waits. False if the database did not take it; it is then kept for the next time."""
        with self._writing:
            with self._lock:
                taken, self.counts = self.counts, {}
            if not taken:
                return True
            try:
                done = write(taken)
            except Exception as error:
                self._merge(taken)
                if self.failures == 0:  # said once, not four times a second
                    logger.warning("Counts cannot be written (%s); they are kept.", type(error).__name__)
                self.failures += 1
                return False
            self.lost, self.redated = self.lost + done.ownerless, self.redated + done.redated
            self.failures = 0
            return True

    def _write_the_rest(self) -> None:
        if not self.flush():
            unwritten = sum(self.counts.values())
            logger.error("%d counts could not be written before the end.", unwritten)


class Calendar:
    """Today's date in the city's time zone, worked out once a minute: a clock that jumps is noticed."""

    def __init__(self) -> None:
        self._known: tuple[int, datetime.date] = (-1, datetime.date.min)

    def today(self) -> datetime.date:
        minute = int(time.time()) // 60
        known = self._known
        if known[0] != minute:
            known = (minute, timezone.localdate(timezone=timezone.get_default_timezone()))
            self._known = known
        return known[1]


class Written(NamedTuple):
    """What became of counts that did not simply reach their row."""

    ownerless: int = 0
    redated: int = 0


def write(counts: dict[Key, int]) -> Written:
    """Add the counts to the database in one transaction; those of deleted links are left out."""
    from channels.models import Link
    from outreach.reach.rollups import deduplicated

    today = calendar.today()
    ownerless = redated = 0
    rows: Tally[tuple[object, ...]] = Tally()
    with transaction.atomic():
        made = dict(Link.objects.filter(pk__in={key.link for key in counts}).values_list("pk", "created_at"))
        for key, number in counts.items():
            if key.link not in made:
                ownerless += number
                continue
            slot = possible_day(key.slot, made[key.link], today)
            redated += number if slot != key.slot else 0
            rows[key._replace(slot=slot)] += number
        add_up("reach_counter", ("link_id", "slot", "kind", "medium"), rows)
        deduplicated.note(counting_rules().deduplicate_minutes, {key[1] for key in rows})
    return Written(ownerless, redated)


def possible_day(slot: datetime.date, made: datetime.datetime, today: datetime.date) -> datetime.date:
    """The nearest day the retrieval can have been on, for counts taken while the clock was wrong.

    Not after today (a clock that ran ahead and was set back), not before the link was made (a machine that
    woke up in 1970). While the clock is right, that is the day itself.
    """
    return max(min(slot, today), timezone.localdate(made, timezone.get_default_timezone()))


calendar = Calendar()
#: This process's counts.
buffer = Buffer()
