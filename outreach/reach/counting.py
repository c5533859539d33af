"""Counting retrievals: one more for (link, day, kind, medium), and nothing else.

A retrieval is answered first and counted in memory. A thread writes what has gathered every quarter of a
second, so that at most one second of counts is lost when the process is killed without warning (a quarter of
gathering, and the time of one write), as long as the database takes writes. While it does not, counts are
kept and tried again. What does not fit any more is counted as lost, and shown by the metrics.
"""

from __future__ import annotations

import datetime
import logging
import multiprocessing.util
import os
import threading
import time
from collections.abc import Iterable
from typing import NamedTuple

from django.db import close_old_connections, connection, transaction
from django.utils import timezone

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_WRITES = 0.25
#: Different (link, day, kind, medium) held at once. Bounded by links, not by visitors.
MOST_KEYS = 20_000
ROWS_PER_STATEMENT = 150


class Key(NamedTuple):
    """What a retrieval adds to. No person, no time of day."""

    link: int
    slot: datetime.date
    kind: str
    medium: str


class Buffer:
    """Counts that wait to be written. Safe with threads, and with processes that fork."""

    def __init__(self, most_keys: int = MOST_KEYS, seconds: float = SECONDS_BETWEEN_WRITES) -> None:
        self.most_keys = most_keys
        self.seconds = seconds
        self.lost = 0
        self.failures = 0
        self._forget()

    def _forget(self) -> None:
        """Start empty: what a parent process gathered is the parent's to write."""
        self.counts: dict[Key, int] = {}
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

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
                self.lost += write(taken)
            except Exception as error:
                self._merge(taken)
                if self.failures == 0:  # said once, not four times a second
                    logger.warning("Counts cannot be written (%s); they are kept.", type(error).__name__)
                self.failures += 1
                return False
            self.failures = 0
            return True

    def start(self) -> None:
        """Write regularly from now on, and once more at the end of this process."""
        if self._thread is not None:
            return
        with self._lock:
            if self._thread is not None:
                return
            self._thread = threading.Thread(target=self._run, name="reach-counts", daemon=True)
        os.register_at_fork(after_in_child=self._forget)
        # granian's workers are multiprocessing processes: `atexit` does not run in them, this does,
        # and in any other process `multiprocessing` itself runs it at exit.
        multiprocessing.util.Finalize(None, self.stop, exitpriority=100)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and write what is left."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
        if not self.flush():
            unwritten = sum(self.counts.values())
            logger.error("%d counts could not be written before the end.", unwritten)
        connection.close()

    def _run(self) -> None:
        while not self._stop.wait(self.seconds):
            close_old_connections()
            self.flush()
            close_old_connections()
        connection.close()


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


def write(counts: dict[Key, int]) -> int:
    """Add the counts to the database in one transaction. Returns how many belonged to deleted links."""
    from channels.models import Link

    rows = sorted(counts.items())  # the same order everywhere, so that two writers never wait for each other
    with transaction.atomic():
        known = set(Link.objects.filter(pk__in={key.link for key in counts}).values_list("pk", flat=True))
        kept = [(key, number) for key, number in rows if key.link in known]
        for start in range(0, len(kept), ROWS_PER_STATEMENT):
            _upsert(kept[start : start + ROWS_PER_STATEMENT])
    return sum(number for key, number in rows if key.link not in known)


def _upsert(rows: Iterable[tuple[Key, int]]) -> None:
    values = [(*key, number) for key, number in rows]
    places = ", ".join(["(%s, %s, %s, %s, %s)"] * len(values))
    statement = (
        f"INSERT INTO reach_counter (link_id, slot, kind, medium, total) VALUES {places} "  # noqa: S608
        "ON CONFLICT (link_id, slot, kind, medium) DO UPDATE SET total = reach_counter.total + excluded.total"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for row in values for value in row])


calendar = Calendar()
#: This process's counts.
buffer = Buffer()
