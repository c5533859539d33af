"""Which code leads where: read from the database once, then answered from a bounded memory."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple
from urllib.parse import quote

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

CODE = re.compile(r"[A-Za-z0-9_-]{4,16}")
_COLUMNS = (
    "pk", "language", "posting__slug", "posting__state", "posting__deadline",
    "event__slug", "event__ends_at", "event__cancelled_at",
)  # fmt: skip


class Target(NamedTuple):
    """Where a code leads, and what its retrievals are counted under."""

    link: int
    location: str
    #: False once the ad is closed or the event over: the page says so kindly, and reach no longer grows.
    counts: bool = True


class Unavailable(Exception):  # noqa: N818  (a state, said to the reader; not a fault)
    """The code cannot be looked up now: the database is away, or too many are guessing."""


def look_up(code: str) -> Target | None:
    """Ask the database. None if nobody made this code."""
    from channels.models import Link
    from postings.models import State

    row = Link.objects.filter(code=code).values_list(*_COLUMNS).first()
    if row is None:
        return None
    link, language, ad, state, deadline, event, ends_at, cancelled_at = row
    if event:  # its page is in German only
        over = bool(cancelled_at) or ends_at < timezone.now()
        return Target(link, f"/stellen/termine/{quote(event)}/?k={code}", not over)
    page = f"/stellen/{quote(ad)}/" if language == "de" else f"/stellen/{quote(ad)}/{quote(language)}/"
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    over = state == State.CLOSED or (deadline is not None and deadline < today)
    return Target(link, f"{page}?k={code}", not over)


def look_up_outside_requests(code: str) -> Target | None:
    """The same where no request signals run, so that nobody else looks after the connection."""
    close_old_connections()
    try:
        return look_up(code)
    finally:
        close_old_connections()


class Directory:
    """Codes in memory.

    - Known codes are kept for some minutes; while the database is away they are used beyond that.
    - Unknown codes are kept for one second only, so that a new code works at once (one that somebody asked
      for before it was made: after a second), and a dead code on an old leaflet costs one query a second.
    - Guessing: malformed codes never reach the database, the number of fruitless queries per second is
      bounded, and so are both memories. No address is stored for it: the limit is for the whole process.
      Codes in memory go past it, and without guessing nobody ever meets it. A code is one of 27^8 (38 bits):
      at a million codes in use and the whole allowance spent day and night, a guesser meets one every two
      hours, a random one, and wins a page that is public anyway (tested).
    """

    def __init__(
        self,
        find: Callable[[str], Target | None] = look_up_outside_requests,
        *,
        most_known: int = 10_000,
        most_unknown: int = 1_000,
        fruitless_per_second: int = 40,
        fresh_seconds: float = 300,
        unknown_seconds: float = 1,
        rest_seconds: float = 1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._find = find
        self._clock = clock
        self.most_known, self.most_unknown = most_known, most_unknown
        self.fruitless_per_second = fruitless_per_second
        self.fresh_seconds, self.unknown_seconds = fresh_seconds, unknown_seconds
        self.rest_seconds = rest_seconds
        self.known: dict[str, tuple[Target, float]] = {}
        self.unknown: dict[str, float] = {}
        self._lock = threading.Lock()
        self._second, self._fruitless = 0.0, 0
        self._rest_until = 0.0
        #: For the metrics: codes nobody made, and look-ups refused (too many guesses, or no database).
        self.not_ours = self.refused = 0

    def find(self, code: str) -> Target | None:
        """Where the code leads; None if it is not one of ours. Raises `Unavailable`."""
        entry = self.known.get(code)
        now = self._clock()
        if entry is not None and entry[1] > now:
            return entry[0]
        if not CODE.fullmatch(code) or self.unknown.get(code, 0) > now:
            self.not_ours += 1
            return None
        try:
            return self._refresh(code, now)
        except Unavailable:
            self.refused += 1
            if entry is None:
                raise
            return entry[0]

    def _refresh(self, code: str, now: float) -> Target | None:
        self._refuse_if_busy(now)
        try:
            target = self._find(code)
        except DatabaseError as error:
            self._rest_until = now + self.rest_seconds
            raise Unavailable from error
        with self._lock:
            self.known.pop(code, None)
            self.unknown.pop(code, None)
            if target is None:
                self._fruitless += 1
                self.not_ours += 1
                _keep(self.unknown, code, now + self.unknown_seconds, self.most_unknown)
            else:
                _keep(self.known, code, (target, now + self.fresh_seconds), self.most_known)
        return target

    def _refuse_if_busy(self, now: float) -> None:
        """Raise if the database had trouble a moment ago, or enough was guessed this second."""
        with self._lock:
            if now < self._rest_until:
                raise Unavailable
            if now - self._second >= 1:
                self._second, self._fruitless = now, 0
            if self._fruitless >= self.fruitless_per_second:
                raise Unavailable


#: This process's codes.
directory = Directory()


def _keep(memory: dict[Any, Any], key: Hashable, value: Any, most: int) -> None:
    """Keep a value; the oldest one goes when the memory is full."""
    while len(memory) >= most:
        del memory[next(iter(memory))]
    memory[key] = value
