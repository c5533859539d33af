"""Ten thousand clicks, whatever fails meanwhile: no trace in any file, queue or log, no growing memory."""

from __future__ import annotations

import gc
import http.client
import logging
import shutil
import sqlite3
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from outreach.reach import counting, tracked
from outreach.reach.opening import directory
from outreach.reach.opening.kinds import Kind
from tests.outreach.reach.test_residue import application, click  # noqa: F401  (a fixture)
from tests.outreach.reach.test_server import CODE, server  # noqa: F401  (a fixture)
from tests.outreach.reach.traces import PERSON, TRACES, files_with_traces, table_with_traces

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]

CLICKS = 10_000
#: Every click is another person: address and browser are their own.
NETWORK = "127.77.66."


class Listener(logging.Handler):
    """Keeps of every line of every logger only what must not be in it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.found: list[str] = []
        self.lines = 0

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        self.lines += 1
        if any(trace in line for trace in [*TRACES, NETWORK]):
            self.found.append(line)


@pytest.fixture
def listener() -> Iterator[Listener]:
    """On every logger, also those that hand nothing on, at DEBUG."""
    handler = Listener()
    known = [logging.getLogger(name) for name in list(logging.root.manager.loggerDict)]
    loggers = [logging.getLogger(), *(logger for logger in known if not logger.propagate)]
    before = [(logger, logger.level) for logger in [logging.getLogger(), *known]]
    for logger in loggers:
        logger.addHandler(handler)
    for logger, _level in before:
        logger.setLevel(logging.DEBUG)
    yield handler
    for logger in loggers:
        logger.removeHandler(handler)
    for logger, level in before:
        logger.setLevel(level)


@pytest.fixture
def crowd(application, monkeypatch):  # noqa: F811
    """crowd(number) -> the statuses of so many clicks by as many people."""
    monkeypatch.setitem(PERSON, "agent", "")
    monkeypatch.setitem(PERSON, "address", "")
    numbers = count()

    def clicks(number: int) -> set[int]:
        statuses = set()
        for one in islice(numbers, number):
            PERSON["agent"], PERSON["address"] = f"Mozilla/5.0 (Spurensuche-{one})", f"{NETWORK}{one % 250}"
            statuses.add(click(application, "/l/k7m2pxwd"))
        return statuses

    return clicks


@pytest.mark.django_db
def test_nothing_is_left_whatever_fails(crowd, application, link, listener, monkeypatch):  # noqa: F811
    def away(*args: object) -> None:
        raise OperationalError("no connection to 127.0.0.1")

    def broken(environ, *more: object) -> None:
        raise ValueError(f"could not understand {dict(environ)!r}")

    assert crowd(CLICKS - 3_000) == {302}
    with monkeypatch.context() as failing:
        failing.setattr(tracked, "respond", broken)
        assert crowd(1_000) == {503}
    with monkeypatch.context() as failing:
        failing.setattr(tracked, "count", broken)
        assert crowd(1_000) == {302}
    with monkeypatch.context() as failing:
        failing.setattr(application, "directory", directory.Directory(away))
        failing.setattr(counting, "write", away)
        assert crowd(1_000) == {503}
        counting.buffer.flush()
    counting.buffer.flush()
    assert listener.lines and listener.found == []
    assert table_with_traces(connection) is None
    assert files_with_traces(Path(settings.DATA_DIR)) == []


@pytest.mark.django_db
def test_memory_does_not_grow_with_clicks(crowd, application, link):  # noqa: F811
    """After the caches of fixed size are full, another five thousand people take no room."""
    tracemalloc.start()
    try:
        crowd(CLICKS // 2)
        before, objects = _held()
        crowd(CLICKS // 2)
        after, more = _held()
    finally:
        tracemalloc.stop()
    # Less than 20 bytes a click: not even an address or a hash of one would fit.
    assert after - before < 20 * CLICKS // 2
    assert more - objects < 500
    # One counter per kind at most: so many clicks a minute on one link also count as a burst.
    assert 1 <= counting.buffer.waiting <= len(Kind) and len(application.directory.known) == 1


def _held() -> tuple[int, int]:
    """Bytes and objects that are still needed."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0], len(gc.get_objects())


def visitors(server, number: int) -> set[int]:  # noqa: F811
    """Clicks from many addresses, many browsers; the statuses they got."""
    statuses = set()
    for place in range(1, 51):
        with server.connect(f"{NETWORK}{place}") as connection:
            for one in range(number // 50):
                headers = {"User-Agent": f"{PERSON['agent']} {place}-{one}", "Referer": PERSON["referrer"]}
                statuses.add(_status(connection, headers))
    return statuses


def _status(connection: http.client.HTTPConnection, headers: dict[str, str]) -> int:
    connection.request("GET", f"/l/{CODE}?fbclid={PERSON['query']}", headers=headers)
    reply = connection.getresponse()
    reply.read()
    return reply.status


def traces(server) -> list[str]:  # noqa: F811
    found = [str(path) for path in files_with_traces(server.data)]
    found += [
        str(path)
        for path in server.data.rglob("*")
        if path.is_file() and NETWORK.encode() in path.read_bytes()
    ]
    log = server.log.read_text(errors="replace")
    return found + [trace for trace in [*TRACES, NETWORK] if trace in log]


def test_nothing_is_left_by_the_real_server_at_debug_level(server):  # noqa: F811
    assert visitors(server, CLICKS - 2_000) == {302}
    with closing(sqlite3.connect(server.data / "outreach.sqlite3", isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")  # nobody else can write
        assert visitors(server, 1_000) == {302}
        time.sleep(1)
        assert traces(server) == []
        busy.execute("ROLLBACK")
    server.stop()
    assert server.counted() == CLICKS - 1_000
    assert traces(server) == []
    database, broker = server.data / "outreach.sqlite3", server.data / "broker"
    database.rename(server.data.parent / "away.sqlite3")
    shutil.rmtree(broker, ignore_errors=True)
    server.start()  # with neither database nor broker
    assert visitors(server, 1_000) == {503}
    server.stop()
    assert traces(server) == []
