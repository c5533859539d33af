"""Quiet hours and days on the city's clock: over midnight, and when the clock is put forward or back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

_MINUTE = datetime.timedelta(minutes=1)
_DAYS_IN_A_WEEK = 7
#: Each step leaves one quiet stretch behind; no two weeks hold more of them.
_STEPS = 64


@dataclass(frozen=True)
class Quiet:
    """When a partner wants nothing: every day between two times, and on whole weekdays (0 = Monday)."""

    start: datetime.time | None = None
    end: datetime.time | None = None
    days: frozenset[int] = frozenset()

    def holds(self, local: datetime.datetime) -> bool:
        """Whether this moment on the city's clock is quiet."""
        return local.weekday() in self._days or self._in_hours(local.time().replace(tzinfo=None))

    @property
    def _days(self) -> frozenset[int]:
        """Whoever calls every day quiet would never hear of anything: that is a pause, no quiet time."""
        return frozenset() if len(self.days) >= _DAYS_IN_A_WEEK else self.days

    def _in_hours(self, time: datetime.time) -> bool:
        if self.start is None or self.end is None or self.start == self.end:
            return False
        if self.start < self.end:
            return self.start <= time < self.end
        return time >= self.start or time < self.end

    def over_at(self, local: datetime.datetime) -> datetime.datetime:
        """The end of the quiet stretch that holds now, on the city's clock; it may end in another one."""
        if local.weekday() in self._days:
            return _at(local.date() + datetime.timedelta(days=1), datetime.time(), local)
        late = self.start is not None and self.end is not None and self.start > self.end
        after_midnight = late and local.time() >= self.start
        return _at(local.date() + datetime.timedelta(days=int(after_midnight)), self.end, local)


def _at(day: datetime.date, time: datetime.time, like: datetime.datetime) -> datetime.datetime:
    """In the hour that comes twice, the one in which we are."""
    return datetime.datetime.combine(day, time, like.tzinfo).replace(fold=like.fold)


def next_allowed(moment: datetime.datetime, quiet: Quiet, zone: ZoneInfo) -> datetime.datetime:
    """This moment, or the first one after it that is not quiet."""
    now = moment.astimezone(datetime.UTC)
    for _step in range(_STEPS):
        local = now.astimezone(zone)
        if not quiet.holds(local):
            return now
        over = quiet.over_at(local).astimezone(datetime.UTC)
        now = over if over > now else now + _MINUTE
    return now
