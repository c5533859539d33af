"""Requests at fixed moments. Waiting is counted from the moment a request was due, not from when it was sent:
a server that stands still for a second is charged for all requests of that second (no coordinated omission).

`python -m outreach.bench.steady.open_loop PORT PATH RATE SECONDS` prints the latencies as JSON.
"""

from __future__ import annotations

import gc
import json
import selectors
import socket
import sys
import time
from collections import deque
from typing import NamedTuple

from outreach.bench.load import EXPECTED, request

#: Opened beforehand; a server this many behind has failed anyway, and further requests wait their turn.
CONNECTIONS = 128
#: How long answers are waited for after the last request.
LATE_SECONDS = 10.0


class Outcome(NamedTuple):
    """Seconds each request took from its due moment, and how late our own side sent each."""

    latencies: list[float]
    own_delays: list[float]


def ask(port: int, path: str, rate: float, seconds: float) -> Outcome:
    """Ask `rate` times a second. Raises if an answer is no redirect or does not come."""
    bell = selectors.DefaultSelector()
    idle: deque[socket.socket] = deque()
    for _number in range(CONNECTIONS):
        connection = socket.create_connection(("127.0.0.1", port), timeout=10)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setblocking(False)
        bell.register(connection, selectors.EVENT_READ)
        idle.append(connection)
    try:
        return _run(bell, idle, request(path), rate, int(rate * seconds))
    finally:
        for key in list(bell.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]
        bell.close()


def _run(
    bell: selectors.BaseSelector, idle: deque[socket.socket], asking: bytes, rate: float, total: int
) -> Outcome:
    clock = time.perf_counter
    outcome, asked, due = Outcome([], []), {}, 0
    start = clock() + 0.05
    deadline = start + total / rate + LATE_SECONDS
    while len(outcome.latencies) < total:
        now = clock()
        if now > deadline:
            raise TimeoutError(f"{total - len(outcome.latencies)} answers did not come.")
        while due < total and idle and start + due / rate <= now:
            connection = idle.popleft()
            connection.send(asking)
            asked[connection] = start + due / rate
            outcome.own_delays.append(clock() - asked[connection])
            due += 1
        wait = start + due / rate - clock() if due < total and idle else 0.05
        for key, _mask in bell.select(max(0.0, wait)):
            answer = key.fileobj.recv(65536)  # type: ignore[union-attr]
            if not answer.startswith(EXPECTED) or not answer.endswith(b"\r\n\r\n"):
                raise ValueError(f"Not a redirect: {answer[:200]!r}")
            outcome.latencies.append(clock() - asked.pop(key.fileobj))
            idle.append(key.fileobj)  # type: ignore[arg-type]
    return outcome


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of all (0 … 1) do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    gc.disable()  # our own pauses are not the server's
    found = ask(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), float(sys.argv[4]))
    shares = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "p999": 0.999, "most": 1.0}
    figures = {name: percentile(found.latencies, share) for name, share in shares.items()}
    print(json.dumps({**figures, "own_p99": percentile(found.own_delays, 0.99)}))
