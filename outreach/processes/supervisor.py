"""One process tree: web and worker as children that are restarted when they die, and end with us."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from outreach.processes import ties

logger = logging.getLogger(__name__)

STOP_SECONDS = 10.0
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
STEADY_SECONDS = 60.0  # who ran for so long starts again at once


@dataclass
class Child:
    """One process of the tree."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    due: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        """In a process group of its own: Ctrl-C reaches only the parent, which stops everyone in order."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603  (a fixed command)
            self.command, start_new_session=True, preexec_fn=ties.tied_to_me(), env=_environment()
        )

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def died(self) -> None:
        """Due again at once after a steady run, else later each time."""
        steady = time.monotonic() - self.started > STEADY_SECONDS
        self.pause = FIRST_PAUSE if steady else min(self.pause * 2, LONGEST_PAUSE)
        code = self.process.returncode if self.process else "?"
        logger.error("%s ist beendet (Code %s) und startet in %.0f s neu.", self.name, code, self.pause)
        self.process, self.due = None, time.monotonic() + self.pause


def _environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "outreach.settings", "PYTHONUNBUFFERED": "1"}


def web(host: str, port: int) -> Child:
    """granian serving the WSGI application; its own log knows addresses, so only warnings of it are shown."""
    options = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "1",
               "--blocking-threads", "4", "--no-ws", "--no-access-log", "--log-level", "warning",
               "--respawn-failed-workers", "--workers-kill-timeout", "5"]  # fmt: skip
    return Child("Web", [sys.executable, "-m", "granian", *options, "outreach.wsgi:application"])


def worker() -> Child:
    """One Celery worker with the schedule inside."""
    options = ["--beat", "--pool", "threads", "--concurrency", "2", "--without-gossip",
               "--without-mingle", "--without-heartbeat", "--loglevel", "WARNING"]  # fmt: skip
    return Child(
        "Arbeit im Hintergrund", [sys.executable, "-m", "celery", "-A", "outreach", "-q", "worker", *options]
    )


class Supervisor:
    """Runs the children until SIGTERM or Ctrl-C."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.stopping = False

    def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Blocks; `started` is called once all children have been started."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        announced = False
        try:
            while not self.stopping:
                self._look_after()
                if not announced:
                    started()
                    announced = True
                time.sleep(0.25)
        finally:
            self.stop_children()

    def _look_after(self) -> None:
        for child in self.children:
            if child.process is not None and not child.is_running():
                child.died()
            if child.process is None and time.monotonic() >= child.due and not self.stopping:
                child.start()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def stop_children(self) -> None:
        """SIGTERM to all, then whoever does not end in time is killed."""
        running = [child.process for child in self.children if child.process and child.is_running()]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _kill_group(process.pid)
                process.wait()


def _kill_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
