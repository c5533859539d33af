"""How fast a lane may be, and when it rests: token bucket and fuse, kept in the lane's own row."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from channels.adapters.registry import Rate

#: After so many failures in a row the lane rests, and then one message goes as a probe.
FAILURES = 3
#: The first rest in seconds; each further failure doubles it.
FIRST_REST, LONGEST_REST = 30.0, 3600.0
JITTER = 0.2
#: A channel that fails for so long is switched off.
PATIENCE = datetime.timedelta(days=5)


@dataclass
class Bucket:
    """Tokens grow with time up to `rate.burst`; every message takes one."""

    tokens: float | None
    refilled_at: datetime.datetime

    def take(self, rate: Rate | None, now: datetime.datetime) -> float:
        """Take a token; or the seconds until there is one."""
        if rate is None:
            return 0.0
        passed = max(0.0, (now - self.refilled_at).total_seconds())
        full = max(1.0, rate.burst)
        grown = full if self.tokens is None else min(full, self.tokens + passed * rate.per_second)
        self.refilled_at = max(now, self.refilled_at)
        if grown < 1:
            self.tokens = grown
            return (1 - grown) / rate.per_second
        self.tokens = grown - 1
        return 0.0


@dataclass
class Fuse:
    """Failures in a row; from the third on the lane rests, longer each time."""

    failures: int = 0
    failing_since: datetime.datetime | None = None
    blocked_until: datetime.datetime | None = None

    @property
    def probing(self) -> bool:
        """The lane failed; the next message only tries whether it works again."""
        return self.failures >= FAILURES

    def is_closed(self, now: datetime.datetime) -> bool:
        """Nothing may go now."""
        return self.blocked_until is not None and self.blocked_until > now

    def well(self) -> None:
        self.failures, self.failing_since, self.blocked_until = 0, None, None

    def failed(self, now: datetime.datetime) -> None:
        self.failures += 1
        self.failing_since = self.failing_since or now
        if self.failures < FAILURES:
            return
        seconds = min(LONGEST_REST, FIRST_REST * 2 ** min(self.failures - FAILURES, 20))
        spread = 1 + random.uniform(0, JITTER)  # noqa: S311 - only spreads the load
        self.rest(now + datetime.timedelta(seconds=seconds * spread))

    def busy(self, now: datetime.datetime, until: datetime.datetime) -> None:
        """Told to wait: no failure, but for days it comes to the same."""
        self.failing_since = self.failing_since or now
        self.rest(until)

    def rest(self, until: datetime.datetime) -> None:
        self.blocked_until = max(until, self.blocked_until or until)

    def failing_for_days(self, now: datetime.datetime) -> bool:
        return self.failing_since is not None and now - self.failing_since >= PATIENCE
