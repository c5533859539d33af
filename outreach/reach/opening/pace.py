"""Tells openings that come faster than people make them: per link, in memory, and nothing about who."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_MINUTE, _DAY = 60, 24 * 60 * 60
#: Links watched at once. Bounded by links, not by visitors.
MOST_LINKS = 20_000


class Pace:
    """Two windows per link, of this process: the present minute and the present day (by the steady clock).

    A flood is not thrown away, since nobody can tell a machine from a large audience for certain: what comes
    beyond the plausible is counted apart, and a figure that has some says so. Nobody is slowed down for it.
    """

    def __init__(
        self,
        per_minute: int,
        per_day: int,
        most_links: int = MOST_LINKS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._windows = [_Window(_MINUTE, per_minute, most_links), _Window(_DAY, per_day, most_links)]
        self._clock = clock
        self._lock = threading.Lock()

    def is_plausible(self, link: int) -> bool:
        """Note one opening of the link; False if there are too many of them."""
        now = self._clock()
        with self._lock:
            minute, day = (window.takes(link, now) for window in self._windows)
            return minute and day

    @property
    def watched(self) -> int:
        """How many links are in memory, the most of the two windows."""
        return max(len(window.seen) for window in self._windows)


class _Window:
    """How often each link was opened in one stretch of time."""

    def __init__(self, seconds: int, most: int, most_links: int) -> None:
        self.seconds, self.most, self.most_links = seconds, most, most_links
        self.seen: dict[int, int] = {}
        self.number = -1

    def takes(self, link: int, now: float) -> bool:
        if (number := int(now // self.seconds)) != self.number:
            self.number, self.seen = number, {}
        if link not in self.seen and len(self.seen) >= self.most_links:
            return True  # more links than we watch are open at once: no single one stands out
        self.seen[link] = count = self.seen.get(link, 0) + 1
        return count <= self.most
