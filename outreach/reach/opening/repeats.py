"""Optional: a device that opens the same link again within minutes is counted as a repeat. In memory only.

Off unless a city sets `deduplicate_minutes`. Then a keyed hash of link, network address and browser name is
held for that time at most. The key is random, is never written anywhere, and is replaced together with all
hashes when the time is over, when the memory is full, in a process that forks, and at exit. Without the key
a hash tells nothing; with it (inside the living process) it tells no more than the request itself did.

It is per process and for a short time, and a device is what comes from one network with one browser name: a
de-duplicated count is an upper bound of devices that can be told apart so, never of people.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import threading
import time
from collections.abc import Callable

MOST_MARKS = 50_000


class Repeats:
    """What this process has seen in the present stretch of time."""

    def __init__(
        self, minutes: int, most: int = MOST_MARKS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.seconds, self.most = minutes * 60, most
        self._clock = clock
        self._lock = threading.Lock()
        self._forget()
        os.register_at_fork(after_in_child=self._start_again)

    def _start_again(self) -> None:
        self._lock = threading.Lock()
        self._forget()

    def _forget(self) -> None:
        self._key = secrets.token_bytes(32)
        self._marks: set[bytes] = set()
        self._until = self._clock() + self.seconds

    def __len__(self) -> int:
        return len(self._marks)

    def __repr__(self) -> str:
        return "<Repeats>"  # no error message ever quotes key or marks

    def is_repeat(self, link: int, address: str, agent: str) -> bool:
        """Whether this device opened this link a moment ago. The address is forgotten on return."""
        with self._lock:
            if self._clock() >= self._until or len(self._marks) >= self.most:
                self._forget()
            text = f"{link}\0{address}\0{agent}".encode("utf-8", "surrogateescape")
            mark = hashlib.blake2b(text, key=self._key, digest_size=8).digest()
            if mark in self._marks:
                return True
            self._marks.add(mark)
            return False
