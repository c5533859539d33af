"""Our server at a steady rate on both sizes of installation, several times, and a bare redirect beside it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psycopg
from django.conf import settings

from outreach.bench import server
from outreach.bench.links import BARE

RATE, SECONDS, ROUNDS = 1000.0, 8.0, 5
GOAL = 0.020
SIDES = ("bloße Weiterleitung", "Link, SQLite", "Link, PostgreSQL und Redis")
#: Where a PostgreSQL server and a Redis may be used; databases of our own are made and thrown away there.
POSTGRESQL = os.environ.get("BENCH_POSTGRESQL", "postgres://postgres@127.0.0.1:5432")
REDIS = os.environ.get("BENCH_REDIS", "redis://127.0.0.1:6379/12")
_HERE = "outreach.bench.steady"


class Round(NamedTuple):
    """Seconds; the reviewer's own median wait."""

    p50: float
    p99: float
    p999: float
    own_p99: float
    review: float


class Side(NamedTuple):
    """One server's rounds."""

    name: str
    rounds: list[Round]

    @property
    def p99(self) -> float:
        """The median of all rounds: one that the machine disturbed counts no more than any other."""
        return statistics.median(one.p99 for one in self.rounds)

    @property
    def best(self) -> float:
        """The calmest round: what the server itself can do."""
        return min(one.p99 for one in self.rounds)


def measure(rounds: int = ROUNDS, seconds: float = SECONDS, rate: float = RATE) -> list[Side]:
    """The bare redirect (nobody reviews there), then ours on SQLite and on PostgreSQL with Redis."""
    sides = [_bare(rounds, seconds, rate), _ours(SIDES[1], rounds, seconds, rate)]
    with _postgresql() as database:
        if database:
            keys = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), "bench" * 10)
            size = {"DATABASE_URL": database, "CELERY_BROKER_URL": REDIS, **keys}
            sides.append(_ours(SIDES[2], rounds, seconds, rate, **size))
    return sides


def _bare(rounds: int, seconds: float, rate: float) -> Side:
    with (
        tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder,
        server.running(folder, BARE) as port,
    ):
        found = [_ask(port, "/l/k7m2pxwd", rate, seconds) for _number in range(rounds)]
    return Side(SIDES[0], [Round(**each, review=0.0) for each in found])


def _ours(name: str, rounds: int, seconds: float, rate: float, **variables: str) -> Side:
    with tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder:
        code = server.make_city(Path(folder), **variables)
        with server.running(folder, **variables) as port, _reviewer(port) as reviews:
            reviews.wait_for(3)  # signed in, everything loaded
            _ask(port, f"/l/{code}", rate, 1.0)
            found = []
            for _number in range(rounds):
                reviews.begin()
                figures = _ask(port, f"/l/{code}", rate, seconds)
                found.append(Round(**figures, review=reviews.median()))
    return Side(name, found)


def _ask(port: int, path: str, rate: float, seconds: float) -> dict[str, float]:
    command = [sys.executable, "-m", f"{_HERE}.open_loop", str(port), path, str(rate), str(seconds)]
    done = subprocess.run(  # noqa: S603  (a fixed command)
        command, check=True, stdout=subprocess.PIPE, cwd=settings.BASE_DIR
    )
    figures = json.loads(done.stdout)
    return {name: figures[name] for name in ("p50", "p99", "p999", "own_p99")}


class _Reviews:
    """What the person beside has waited, line by line."""

    def __init__(self, process: subprocess.Popen[str], path: Path) -> None:
        self.process, self.path, self.seen = process, path, 0

    def all(self) -> list[float]:
        return [float(line) for line in self.path.read_text().splitlines() if line]

    def wait_for(self, number: int) -> None:
        while len(self.all()) < number:
            if self.process.poll() is not None:
                raise RuntimeError("The reviewer has stopped.")
            try:
                self.process.wait(0.2)
            except subprocess.TimeoutExpired:
                continue

    def begin(self) -> None:
        self.seen = len(self.all())

    def median(self) -> float:
        """Of the reviews since `begin`. Raises if there was none: then nobody was reviewing beside."""
        if self.process.poll() is not None:
            raise RuntimeError("The reviewer has stopped.")
        return statistics.median(self.all()[self.seen :])


@contextmanager
def _reviewer(port: int) -> Iterator[_Reviews]:
    with tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder:
        path = Path(folder) / "reviews.txt"
        with path.open("w") as lines:
            process = subprocess.Popen(  # noqa: S603  (a fixed command)
                [sys.executable, "-m", f"{_HERE}.reviewer", str(port)],
                stdout=lines, text=True, cwd=settings.BASE_DIR, env=server.environment(folder),
            )  # fmt: skip
        try:
            yield _Reviews(process, path)
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def _postgresql() -> Iterator[str]:
    """The address of a database of our own; empty if no server answers."""
    name = f"bench_{uuid.uuid4().hex[:12]}"
    try:
        connection = psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        yield ""
        return
    with connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{POSTGRESQL}/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
