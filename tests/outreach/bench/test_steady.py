"""The steady load asks on time, and charges a server for every moment it stood still."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

import pytest

from outreach.bench.steady import comparing, open_loop

REDIRECT = b"HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n"


class Standing:
    """A server on loopback whose very first answer takes a while; one thread per connection."""

    def __init__(self, answer: bytes = REDIRECT, stands_still: float = 0.0) -> None:
        self.answer, self.stands_still = answer, stands_still
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with self.listener:
            for _number in range(open_loop.CONNECTIONS):
                threading.Thread(target=self._talk, args=(self.listener.accept()[0],), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while connection.recv(65536):
                with self.lock:  # all wait for the one that stands still, as behind a busy server
                    time.sleep(self.stands_still)
                    self.stands_still = 0.0
                connection.sendall(self.answer)


@pytest.fixture(autouse=True)
def few_connections(monkeypatch, socket_enabled):
    monkeypatch.setattr(open_loop, "CONNECTIONS", 4)


def test_every_request_is_answered_once():
    found = open_loop.ask(Standing().port, "/l/k7m2pxwd", rate=200, seconds=0.25)
    assert len(found.latencies) == len(found.own_delays) == 50
    assert all(latency > 0 for latency in found.latencies)


def test_a_server_that_stands_still_is_charged_for_all_who_wait():
    """100 a second for half a second, and the first answer takes all of that: a generator that waits for
    answers would have seen four slow requests; here nearly all are slow, by what was left of the pause."""
    found = open_loop.ask(Standing(stands_still=0.5).port, "/l/k7m2pxwd", rate=100, seconds=0.5)
    assert len(found.latencies) == 50
    assert sum(latency > 0.1 for latency in found.latencies) >= 35
    assert max(found.latencies) >= 0.45


def test_other_answers_are_refused():
    with pytest.raises(ValueError, match="503"):
        open_loop.ask(Standing(b"HTTP/1.1 503 Away\r\n\r\n").port, "/l/x", rate=50, seconds=0.1)


def test_answers_that_never_come_are_told(monkeypatch):
    monkeypatch.setattr(open_loop, "LATE_SECONDS", 0.2)
    with pytest.raises(TimeoutError, match="answers did not come"):
        open_loop.ask(Standing(stands_still=3.0).port, "/l/x", rate=50, seconds=0.1)


def test_percentiles():
    values = [number / 1000 for number in range(1, 1001)]
    assert [open_loop.percentile(values, share) for share in (0.5, 0.99, 1.0)] == [0.501, 0.991, 1.0]


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_person_reviews_beside_it_on_every_size():
    """That it runs, with real servers; how fast it is, `make bench` prints."""
    sides = comparing.measure(rounds=1, seconds=3.0, rate=200.0)
    assert [side.name for side in sides] == list(comparing.SIDES)[: len(sides)]
    assert len(sides) >= 2
    assert all(one.review > 0 for side in sides[1:] for one in side.rounds)
