"""A total time limit for a request: one watcher per process hangs up when it is over.

Time-outs of sockets start anew with every byte, so a receiver that drips would hold a worker for hours.
"""

from __future__ import annotations

import heapq
import itertools
import os
import socket
import threading
import time
from types import TracebackType


class Deadline:
    """`with Deadline(20) as limit:` hangs up whatever `limit.watch(sock)` was told, after 20 s."""

    def __init__(self, seconds: float) -> None:
        self.moment = time.monotonic() + seconds
        self.expired = False
        self._over = False
        self._lock = threading.Lock()
        self._sock: socket.socket | None = None

    def watch(self, sock: socket.socket) -> None:
        """From now on this is the socket to hang up."""
        with self._lock:
            self._sock = sock
            late = self.expired
        if late:
            _hang_up(sock)

    def expire(self) -> None:
        """The time is over: reading and writing end at once."""
        with self._lock:
            if self._over:
                return
            self.expired = True
            if self._sock is not None:
                _hang_up(self._sock)

    def __enter__(self) -> Deadline:
        _watcher().add(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._over = True
            self._sock = None


class _Watcher:
    """Sleeps until the next deadline. Entries of requests that are done simply run out."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self._queue: list[tuple[float, int, Deadline]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        threading.Thread(target=self._run, name="http-deadlines", daemon=True).start()

    def add(self, deadline: Deadline) -> None:
        with self._changed:
            heapq.heappush(self._queue, (deadline.moment, next(self._order), deadline))
            if self._queue[0][2] is deadline:
                self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._queue:
                    self._changed.wait()
                left = self._queue[0][0] - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                    continue
                due = heapq.heappop(self._queue)[2]
            due.expire()


_making = threading.Lock()
_the_watcher: list[_Watcher] = []


def _watcher() -> _Watcher:
    """One per process: a forked child has no threads of its parent."""
    with _making:
        if not _the_watcher or _the_watcher[0].pid != os.getpid():
            _the_watcher[:] = [_Watcher()]
        return _the_watcher[0]


def _hang_up(sock: socket.socket) -> None:
    """By `socket`'s own method: an SSL socket's would pull the ground from under the reading thread."""
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        return  # closed already
