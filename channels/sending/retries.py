"""When to try again: over days, with jitter, quicker near the ad's deadline and never after it."""

from __future__ import annotations

import datetime
import random

from django.utils import timezone

#: Seconds to wait after the first, second … failed try (FORMATS §2, Standard Webhooks).
WAITS = (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)
JITTER = 0.2
#: Nearer to the deadline than this, another try is no use.
_TOO_LATE = datetime.timedelta(minutes=10)
#: The nearer the end, the shorter the waits: at most this part of the time that is left.
_SHARE = 4
_FAR_AWAY = datetime.datetime.max.replace(tzinfo=datetime.UTC)


def last_moment(deadline: datetime.date | None) -> datetime.datetime:
    """The end of the deadline's day in the city's time zone."""
    if deadline is None:
        return _FAR_AWAY
    return timezone.make_aware(datetime.datetime.combine(deadline, datetime.time(23, 59, 59)))


def next_try(
    failed_tries: int, now: datetime.datetime, end: datetime.datetime | None = None
) -> datetime.datetime | None:
    """The moment of the next try, or None if it is time to give up: never after `end`."""
    if failed_tries > len(WAITS):
        return None
    spread = 1 + random.uniform(0, JITTER)  # noqa: S311 - only spreads the load
    wait = datetime.timedelta(seconds=WAITS[failed_tries - 1] * spread)
    left = (end or _FAR_AWAY) - now
    if left <= _TOO_LATE and wait >= left:
        return None
    return now + min(wait, max(left / _SHARE, _TOO_LATE / _SHARE))
