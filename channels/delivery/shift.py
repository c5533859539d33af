"""One worker's time on one lane: load, mark, send, write down, until nothing is due or time is up."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from django.db import transaction

from channels.adapters import registry
from channels.delivery import recording, troubles
from channels.delivery.attempts import Clock, attempt, final_state
from channels.delivery.lane import leases, rows
from channels.delivery.lane.leases import Lane
from channels.delivery.lane.rows import Group
from channels.delivery.obstacles import obstacle
from channels.delivery.outcomes import Entry, Outcome, Sign, State
from channels.models import Delivery
from outreach.words.recorded import recorded

#: Rows loaded at once: twice as many each time they were done while still fresh.
BATCH, LARGEST_BATCH = 100, 400
#: They are looked at again after this time: an ad may have been closed meanwhile.
FRESH = datetime.timedelta(seconds=1)


class Shift:
    """Works through a leased lane in order.

    `patience`: seconds it may wait for a token. Whatever keeps it from other lanes' messages (a receiver
    that takes its time, the wait for a token) happens `held()`; the database's own time does not.
    """

    def __init__(
        self,
        lane: Lane,
        clock: Clock,
        end: datetime.datetime,
        patience: float = 0.0,
        held: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self.lane, self.clock, self.end, self.patience, self.held = lane, clock, end, patience, held
        self.report: list[Entry] = []
        self.marked: set[int] = set()
        self.handled = 0

    @recorded()
    def work(self) -> int:
        """Until nothing is due, the lane rests, or time is up; returns how many rows got an outcome."""
        going, size = True, BATCH
        while going:
            limit = 1 if self.lane.fuse.probing else size
            began = self.clock()
            loaded = rows.load(self.lane, began, limit)
            going = self._batch(loaded) and len(loaded) >= limit and self.clock() < self.end
            if not (going and self._all_sent()):  # else in one transaction with the next batch's marks
                going = self._write(unmark=True, leave=not going) and going
            size = min(size * 2, LARGEST_BATCH) if self.clock() - began < FRESH else BATCH
        return self.handled

    def _all_sent(self) -> bool:
        """No row waits any more that was loaded: the next ones can be loaded before these are written."""
        return not self.marked and all(entry.sent for entry in self.report)

    @recorded()
    def only(self, group: Group) -> int:
        """Just these rows."""
        self._batch([group])
        self._write(unmark=True, leave=True)
        return self.handled

    def _batch(self, groups: list[Group]) -> bool:
        """False: the lane rests, or is not ours any more."""
        stale = self.clock() + FRESH
        for number, group in enumerate(groups):
            now = self.clock()
            if now >= self.end or (now >= stale and number):
                return True
            if not self._one(group, groups[number:], now):
                return False
        return True

    def _one(self, group: Group, ahead: list[Group], now: datetime.datetime) -> bool:
        if self.report and group[0].action != Delivery.Action.PUBLISH and not self._write():
            return False  # what it follows up on is written down first
        if not (group := self._passable(group, now)):
            return True
        if not self._paced(group, now):
            return False
        if not self.marked.issuperset(row.pk for row in group):
            if not self._write(mark=self._to_mark(group, ahead)):
                return False
            if not (group := [row for row in group if row.pk in self.marked]):
                return True  # cancelled in this moment
        for row in group:
            row.attempts += 1  # as `mark` has written
        with self.held():
            outcome = attempt(group, self.clock)
        self._take_in(group, outcome)
        return not self.lane.fuse.is_closed(self.clock())

    def _passable(self, group: Group, now: datetime.datetime) -> Group:
        """The rows nothing stands against; the others' outcomes are noted."""
        free = []
        for row in group:
            if (found := obstacle(row, now)) is None:
                free.append(row)
            else:
                self.report.append(Entry(row, found, sent=False))
                self.handled += 1
        return free

    def _paced(self, group: Group, now: datetime.datetime) -> bool:
        """Takes a token; waits for it a little if it may, else the lane rests until there is one."""
        rate = registry.rate(group[0].channel.kind)
        while wait := self.lane.bucket.take(rate, now):
            if wait > self.patience:
                self.lane.fuse.rest(now + datetime.timedelta(seconds=wait))
                return False
            with self.held():
                time.sleep(wait)
            now = self.clock()
        return True

    def _to_mark(self, group: Group, ahead: list[Group]) -> Group:
        """Before a send that must not be repeated only its own rows are marked; others in one go."""
        if self.lane.fuse.probing or not registry.is_repeatable(group[0].channel.kind):
            return group
        rest = [row for later in ahead[1:] for row in later if registry.is_repeatable(row.channel.kind)]
        return [*group, *(row for row in rest if row.pk not in self.marked)]

    def _take_in(self, group: Group, outcome: Outcome) -> None:
        outcome = self._felt(group[0], outcome)
        self.report += [Entry(row, outcome) for row in group]
        self.marked -= {row.pk for row in group}
        self.handled += len(group)
        if outcome.sign is Sign.GONE:
            self._write()  # the next row sees that its channel is off

    def _felt(self, delivery: Delivery, outcome: Outcome) -> Outcome:
        """What it says about the lane; after days of failure it is the end of the channel."""
        fuse, now = self.lane.fuse, self.clock()
        if outcome.sign in {Sign.WELL, Sign.GONE}:
            fuse.well()
        elif outcome.sign is Sign.FAILING:
            fuse.failed(now)
        elif outcome.sign is Sign.BUSY:
            fuse.busy(now, outcome.rest_until or now)
        if outcome.ours:
            fuse.failing_since = None
        if outcome.sign in {Sign.FAILING, Sign.BUSY} and fuse.failing_for_days(now):
            fuse.well()
            state = final_state(delivery) if outcome.state == State.WAITING else outcome.state
            return replace(
                outcome, state=state, error=troubles.failing_for_days(outcome.error), sign=Sign.GONE
            )
        return outcome

    def _write(self, *, mark: Group = (), unmark: bool = False, leave: bool = False) -> bool:
        """One transaction: keep or leave the lane, write down what happened, mark what comes next.

        Rows that were marked and are not sent after all are unmarked. False: the lane is not ours any more.
        """
        with transaction.atomic():
            held = leases.release(self.lane) if leave else leases.renew(self.lane, self.clock())
            unsent = {entry.delivery.pk for entry in self.report if not entry.sent}
            if spare := self.marked & (self.marked if unmark else unsent):
                recording.unmark(spare, self.lane.token)
                self.marked -= spare
            recording.write(self.report, self.lane.token)
            if mark and held:
                self.marked |= recording.mark([row.pk for row in mark], self.lane.token)
        self.report = []
        return held
