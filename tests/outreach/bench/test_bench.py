"""The measurements measure what they say."""

from __future__ import annotations

import io
import socket
import threading
from contextlib import suppress

import pytest
from django.core.management import call_command

from outreach.bench import links, load, reviews
from outreach.bench.links import Comparison


def test_ratio_is_the_median_of_rounds_of_the_same_moment():
    assert Comparison(bare=[100, 200, 1000], tracked=[90, 100, 900]).ratio == 0.9


def test_every_demo_ad_is_reviewed(monkeypatch):
    seen: list[str] = []
    monkeypatch.setattr(reviews, "review", seen.append)
    timings = reviews.compare(rounds=1)
    assert len(timings) == 10
    assert len(set(seen)) == 10
    assert all(one.bare > 0 and one.words > 100 for one in timings)


def test_tables(monkeypatch):
    timings = [reviews.Timing("eine-stelle", 300, 0.002, 0.04)]
    monkeypatch.setattr(reviews, "compare", lambda: timings)
    monkeypatch.setattr(links, "compare", lambda seconds: Comparison([1000.0], [650.0]))
    out = io.StringIO()
    call_command("bench", stdout=out)
    printed = " ".join(out.getvalue().split())
    assert "eine-stelle 300 2.00 ms 40.0 ms 20.0" in printed
    assert "Verhältnis: 0.65, Ziel 0.70 verfehlt" in printed


def serve_once(answer: bytes) -> int:
    """A server on loopback that answers everything with the same bytes."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk(connection: socket.socket) -> None:
        waiting = b""
        with connection, suppress(OSError):  # the other side just leaves when its time is over
            while more := connection.recv(1_000_000):
                *asked, waiting = (waiting + more).split(b"\r\n\r\n")
                connection.sendall(answer * len(asked))

    def accept() -> None:
        with listener:
            for _ in range(load.CONNECTIONS):
                threading.Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def test_load_counts_redirects(socket_enabled):
    port = serve_once(b"HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n")
    assert load.redirects_per_second(port, "/l/k7m2pxwd", 0.05) > 100


def test_load_refuses_other_answers(socket_enabled):
    port = serve_once(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n")
    with pytest.raises(ValueError, match="503"):
        load.redirects_per_second(port, "/l/k7m2pxwd", 0.05)


@pytest.mark.long
def test_the_tracked_link_reaches_its_goal(socket_enabled):
    """At least 70 % of a bare Django redirect, on the server of `up`."""
    assert links.compare(rounds=3, seconds=0.5).ratio >= 0.7
