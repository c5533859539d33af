"""The processes of a city: web and workers as `up` starts them, killed and started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path

from outreach.processes import supervisor
from tests.channels.killing.book import Book, Row
from tests.outreach.processes.running import ROOT, clean_environment, wait_for
from tests.services import free_port

_KEYS = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), "ein-schluessel-fuer-tests-" * 3)
_CSRF = "k" * 32
NOT_REPEATABLE = {"email", "telegram"}


class City:
    """A database, a broker, one web process, some workers."""

    def __init__(self, folder: Path, database: str, broker: str, smtp: int, workers: int) -> None:
        self.folder, self.port, self.book = folder, free_port(), Book(database)
        self.environment = clean_environment(
            DATA_DIR=str(folder),
            DATABASE_URL=database,
            CELERY_BROKER_URL=broker,
            EMAIL_URL=f"smtp://127.0.0.1:{smtp}",
            DJANGO_SETTINGS_MODULE="outreach.bench.loopback",
            PYTHONPATH=str(ROOT),
            PORT=str(self.port),
            **_KEYS,
        )
        self.web: subprocess.Popen | None = None
        self.workers: list[subprocess.Popen | None] = [None] * workers
        self.kills = 0
        #: Rows that must not be sent twice and were on their way when their worker was killed.
        self.in_flight: set[int] = set()
        self.most_in_flight = 0

    def found(self, plan: dict) -> list[int]:
        """Make the city; the keys of its ads."""
        script = Path(__file__).with_name("world.py")
        made = subprocess.run(
            [sys.executable, script], env=self.environment, cwd=ROOT,
            input=json.dumps(plan), capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        told = json.loads(made.stdout)
        self._cookie = f"sitzung={told['session']}; formular={_CSRF}"
        return told["ads"]

    def _start(self, command: list) -> subprocess.Popen:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                command, env=self.environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )

    def start_web(self) -> None:
        self.web = self._start(supervisor.web("127.0.0.1", self.port).command)
        wait_for(self._answers, 60, "the web process does not answer")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def approve(self, ad: int) -> None:
        """By a click on the page; whether it worked is in the book."""
        form = urllib.parse.urlencode({"comment": "Geprüft."}).encode()
        address = f"http://127.0.0.1:{self.port}/ausschreibungen/{ad}/freigeben/"
        head = {"Cookie": self._cookie, "X-CSRFToken": _CSRF}
        try:
            with urllib.request.urlopen(urllib.request.Request(address, form, head), timeout=60):
                return
        except OSError:
            return  # killed meanwhile

    def kill_web(self) -> None:
        """granian and its workers, as the kernel would when memory is short."""
        self.kills += 1
        _kill(self.web)

    def start_worker(self, number: int) -> None:
        script = Path(__file__).with_name("worker.py")
        self.workers[number] = self._start([sys.executable, script])

    def kill_worker(self, number: int) -> None:
        """And look what it had in hand."""
        self.kills += 1
        victim = self.workers[number]
        _kill(victim)
        mine = [row for row in self.book.rows() if row.owner.startswith(f"{victim.pid}:")]
        flying = {row.pk for row in mine if row.state == "sending" and row.kind in NOT_REPEATABLE}
        self.in_flight |= flying
        self.most_in_flight = max(self.most_in_flight, len(flying))

    def end(self) -> None:
        for process in (self.web, *self.workers):
            if process:
                _kill(process)

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8", "replace")[-6000:]

    def rows(self) -> list[Row]:
        return self.book.rows()


def _kill(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):  # gone already
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
