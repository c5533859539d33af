"""Works through all lanes: one worker thread as long as sending is quick, more while receivers are slow."""

from __future__ import annotations

import datetime
import gc
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from django.db import connections
from django.utils import timezone

from channels.adapters import registry
from channels.delivery.lane import leases, rows
from channels.delivery.shift import Shift
from channels.models import Delivery
from channels.sending.waking import wake_workers

log = logging.getLogger(__name__)
Work = Callable[[], int]

_sweeping, _called = threading.Lock(), threading.Event()
#: Of one process; each has a connection to the database.
THREADS = 8
#: One sweep takes nothing new in hand after so many seconds; the next one goes on.
BUDGET = 50.0
#: Another worker joins when all others have been held up by the same message for so long.
STUCK = 0.04
#: Seconds a lane's worker waits for a token, instead of leaving and coming back.
PATIENCE = 1.0


def sweep(now: datetime.datetime | None = None) -> int:
    """Send what is due, one after the other; any number of sweeps may run at once."""
    return _Round(now, BUDGET).work()


def wake() -> None:
    """What workers do when they are woken: one sweep per process with several threads.

    It also takes what comes due meanwhile; who is woken while one is running only tells it to look again.
    """
    _called.set()
    if not _sweeping.acquire(blocking=False):
        return
    try:
        settle_memory()
        _keep_sweeping()
    finally:
        _sweeping.release()
    if _called.is_set():  # in the very last moment, or more than one sweep can do
        wake_workers()


@cache
def settle_memory() -> None:
    """Once per process: what was imported by now stays, so the collector need not look through it for ever.

    Measured: a sixth of the computing time per message.
    """
    registry.all()
    gc.collect()
    gc.freeze()


def _keep_sweeping() -> None:
    turn = _Round(None, BUDGET, PATIENCE)
    while not turn.over():
        _called.clear()
        Crew(turn, THREADS).work()
        pause = turn.pause()
        if not _called.wait(pause) and not pause:
            return
    _called.set()


def deliver(delivery: Delivery, now: datetime.datetime | None = None) -> bool:
    """Send one waiting row at once. False if its lane is taken or it does not wait any more."""
    turn = _Round(now, BUDGET)
    lane = leases.claim_this(delivery.destination_id, turn.clock()) if delivery.destination_id else None
    if lane is None:
        return False
    group = list(Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.WAITING))
    rows.furnish(group)
    return bool(Shift(lane, turn.clock, turn.end).only(group))


class _Round:
    """A clock that starts where the caller says, an end, and what workers do until then."""

    def __init__(self, now: datetime.datetime | None, budget: float, patience: float = 0.0) -> None:
        self.start, self._began = now or timezone.now(), time.monotonic()
        self.end = self.start + datetime.timedelta(seconds=budget)
        self.patience = patience
        #: Since when each worker, by thread, has been held up by the message it is at.
        self.held_since: dict[int, float] = {}

    def clock(self) -> datetime.datetime:
        return self.start + datetime.timedelta(seconds=time.monotonic() - self._began)

    def over(self) -> bool:
        return self.clock() >= self.end

    def work(self) -> int:
        """Lane after lane, first those that a dead worker left. Returns how many rows got an outcome."""
        handled, orphaned = 0, True
        while not self.over():
            lane = leases.claim(self.clock(), orphaned=orphaned)
            if lane is not None:
                handled += Shift(lane, self.clock, self.end, self.patience, self._held).work()
            elif orphaned:
                orphaned = False
            else:
                break
        return handled

    def pause(self) -> float:
        """Seconds until something can go again; 0 if nothing can before the end."""
        moment = leases.next_moment(self.clock(), self.end)
        return max(0.01, (moment - self.clock()).total_seconds()) if moment else 0.0

    @contextmanager
    def _held(self) -> Iterator[None]:
        me = threading.get_ident()
        self.held_since[me] = time.monotonic()
        try:
            yield
        finally:
            del self.held_since[me]

    def is_stuck(self, thread: threading.Thread) -> bool:
        """It has been held up by the same message for a while."""
        return time.monotonic() - self.held_since.get(thread.ident or 0, time.monotonic()) > STUCK


class Crew:
    """Threads that work on the lanes. Quick sending needs one; a slow receiver keeps one of them busy."""

    def __init__(self, turn: _Round, most: int) -> None:
        self.turn, self.most = turn, most
        self.threads: list[threading.Thread] = []
        self.idle = threading.Event()

    def work(self) -> None:
        """Until no lane has anything left, or the round is over."""
        self._hire()
        while self.threads:
            self.idle.wait(STUCK / 2)
            self.idle.clear()
            self.threads = [thread for thread in self.threads if thread.is_alive()]
            if self._too_few() and self._something_due():
                self._hire()

    def _too_few(self) -> bool:
        if not 0 < len(self.threads) < self.most or self.turn.over():
            return False
        return all(self.turn.is_stuck(thread) for thread in self.threads)

    def _something_due(self) -> bool:
        now = self.turn.clock()
        return leases.next_moment(now, now) is not None

    def _hire(self) -> None:
        thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self.threads.append(thread)
        thread.start()

    def _run(self) -> None:
        try:
            self.turn.work()
        except Exception:  # its lane's lease runs out; the others go on
            log.exception("a worker of the outbox ended")
        finally:
            connections.close_all()
            self.idle.set()
