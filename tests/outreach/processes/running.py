"""A real service in a folder of its own, started as a person starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.services import free_port

ROOT = Path(__file__).parents[3]


def clean_environment(**more: str) -> dict[str, str]:
    """Nothing of the tests' own settings reaches the service."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TZ")}
    return {**kept, **more}


def wait_for(condition: Callable[[], bool], seconds: float = 60, what: str = "") -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what or "it did not happen in time"
        time.sleep(0.1)


class Service:
    """`manage.py up` on a free port."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.port = int(environment.pop("PORT", "") or free_port())
        self.data = data
        self.environment = clean_environment(DATA_DIR=str(data), PORT=str(self.port), **environment)
        self.log = data.parent / f"{data.name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *options: str) -> Service:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up", *options],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        return self

    @property
    def output(self) -> str:
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    def answer(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def wait(self) -> Service:
        """Until it answers."""
        wait_for(lambda: self.answer("/healthz")[0] == 200 or self.ended(), 90, self.output[-3000:])
        assert not self.ended(), self.output[-3000:]
        return self

    def ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def tree(self) -> list[psutil.Process]:
        """The process and everything below it."""
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def named(self, word: str) -> psutil.Process:
        """The direct child with this word in its command."""
        children = psutil.Process(self.process.pid).children()
        return next(child for child in children if word in " ".join(child.cmdline()))

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to stop; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(30)

    def kill_rest(self) -> None:
        """Whatever a failed test left."""
        if self.process and not self.ended():
            for process in reversed(self.tree()):
                process.kill()
            self.process.wait(10)


def gone(processes: list[psutil.Process]) -> bool:
    """True once none of them is running."""
    return not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in processes)
