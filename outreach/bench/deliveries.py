"""The outbox against a bare loop that makes the same HTTP requests from the same number of processes.

Both sign the same bodies and send them by the same client to the same receiver, turn by turn. The outbox
also leases lanes, keeps their order and pace, looks whether each ad is still open, and writes down how
it went.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

COUNT, ROUNDS, PROCESSES, HOSTS = 30_000, 3, 2, 12
GOAL = 0.6
_SETTINGS = "outreach.bench.loopback"
_OUTBOX = "outreach.bench.outbox"


class Rate(NamedTuple):
    """How quick one side was in one round."""

    per_second: float
    per_cpu_second: float


class Comparison(NamedTuple):
    """Each round's messages per second, and per second of computing time, in pairs of the same moment."""

    bare: list[Rate]
    outbox: list[Rate]

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios."""
        return self._median("per_second")

    @property
    def cpu_ratio(self) -> float:
        """The same in computing time: steady on a machine that is busy with other things, too."""
        return self._median("per_cpu_second")

    def _median(self, name: str) -> float:
        pairs = zip(self.bare, self.outbox, strict=True)
        return statistics.median(getattr(ours, name) / getattr(theirs, name) for theirs, ours in pairs)


def compare(count: int = COUNT, rounds: int = ROUNDS, processes: int = PROCESSES) -> Comparison:
    """Everybody is started first, then one side at a time works off a round of the same messages."""
    hosts = [f"127.0.0.{number + 1}" for number in range(HOSTS)]
    with tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder, ExitStack() as stack:
        environment = _environment(Path(folder))
        receiver = stack.enter_context(_process(environment, f"{_OUTBOX}.receiver", *hosts))
        port = receiver.line()
        _run(environment, f"{_OUTBOX}.messages", port, str(count), str(rounds), *hosts)
        sides = {
            how: [
                stack.enter_context(
                    _process(environment, f"{_OUTBOX}.deliverers", how, str(number), str(processes))
                )
                for number in range(processes)
            ]
            for how in ("bare", "outbox")
        }
        for side in sides.values():
            for one in side:
                one.line()
        found = Comparison([], [])
        for number in range(rounds):
            turns = [("bare", found.bare), ("outbox", found.outbox)]
            for how, rates in turns if number % 2 else reversed(turns):
                if how == "outbox":
                    _run(environment, f"{_OUTBOX}.messages", "due", str(number))
                before = int(receiver.ask())
                rates.append(_rate(sides[how], number, count // rounds))
                arrived = int(receiver.ask()) - before
                if arrived != count // rounds:
                    raise RuntimeError(f"{how}: {arrived} messages arrived instead of {count // rounds}.")
    return found


def _rate(side: list[_Talking], number: int, count: int) -> Rate:
    began = time.perf_counter()
    for one in side:
        one.say(f"round {number}")
    computing = sum(float(one.line()) for one in side)
    return Rate(count / (time.perf_counter() - began), count / computing)


class _Talking:
    """A process we talk to by lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def say(self, line: str = "") -> None:
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def line(self) -> str:
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("A process of the measurement has ended.")
        return line.strip()

    def ask(self) -> str:
        self.say()
        return self.line()


@contextmanager
def _process(environment: dict[str, str], module: str, *words: str) -> Iterator[_Talking]:
    process = subprocess.Popen(  # noqa: S603  (a fixed command)
        [sys.executable, "-m", module, *words],
        env=environment, cwd=settings.BASE_DIR, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield _Talking(process)
    finally:
        process.stdin.close()
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def _run(environment: dict[str, str], module: str, *words: str) -> None:
    command = [sys.executable, "-m", module, *words]
    subprocess.run(command, check=True, env=environment, cwd=settings.BASE_DIR)  # noqa: S603


def _environment(folder: Path) -> dict[str, str]:
    """A city of its own; `BENCH_DATABASE_URL` for another database than SQLite (it must be empty)."""
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    database = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder / 'bench.sqlite3'}"
    keys = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), "bench" * 10)
    return {
        **inherited,
        **keys,
        "DATA_DIR": str(folder),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": _SETTINGS,
    }
