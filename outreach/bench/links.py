"""The tracked link against a bare Django redirect, both on granian as `up` runs it."""

from __future__ import annotations

import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from outreach.bench import load
from outreach.processes import supervisor

ROUNDS = 5
SECONDS = 1.0
START_SECONDS = 30.0
BARE = ["--factory", "outreach.bench.bare:make_application"]


class Comparison(NamedTuple):
    """Requests per second of each round, in pairs of the same moment."""

    bare: list[float]
    tracked: list[float]

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios."""
        return statistics.median(ours / theirs for theirs, ours in zip(self.bare, self.tracked, strict=True))


def compare(rounds: int = ROUNDS, seconds: float = SECONDS) -> Comparison:
    """Both servers run beside each other, one is asked at a time, turn by turn."""
    with tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder:
        code = make_city(Path(folder))
        with _server(folder, BARE) as bare, _server(folder) as tracked:
            path = f"/l/{code}"
            for port in (bare, tracked):  # warm up
                load.redirects_per_second(port, path, seconds / 2)
            found = Comparison([], [])
            for number in range(rounds):
                turns = [(bare, found.bare), (tracked, found.tracked)]
                for port, figures in turns if number % 2 else reversed(turns):
                    figures.append(load.redirects_per_second(port, path, seconds))
    return found


def make_city(folder: Path) -> str:
    """A database of its own with one ad on one channel; returns the code."""
    code = secrets.token_hex(4)
    rows = (
        "from channels.models import Channel, Link; from outreach.people.models import User; "
        "from postings.models import Posting; "
        'user = User.objects.create_user("bench", "bench@stadt.example"); '
        'posting = Posting.objects.create(slug="wohngeld", title="Wohngeld", created_by=user); '
        'channel = Channel.objects.create(key="bench", name="Bench", kind="job_page"); '
        f'Link.objects.create(code="{code}", posting=posting, channel=channel)'
    )
    for words in (["migrate", "--verbosity", "0"], ["shell", "--no-imports", "--command", rows]):
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, check=True, env=_environment(folder), cwd=settings.BASE_DIR)  # noqa: S603
    return code


def _environment(folder: Path | str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**inherited, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "outreach.settings"}


@contextmanager
def _server(folder: str, target: list[str] | None = None) -> Iterator[int]:
    """granian with the options of `up`, on a free port; `target` instead of our own application."""
    port = _free_port()
    command = supervisor.web("127.0.0.1", port).command
    process = subprocess.Popen(  # noqa: S603  (a fixed command)
        [*command[:-1], *(target or command[-1:])], env=_environment(folder), cwd=settings.BASE_DIR
    )
    try:
        _wait(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("The server did not start.")
