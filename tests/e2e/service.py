"""A real service in its own processes, as `make run` starts it, for tests in a real browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    """Web, worker and schedule under `manage.py up`; everything it keeps is below `folder`."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder / "service.log"
        self.data = folder / "data"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("DJANGO_")},
            "DATA_DIR": str(self.data),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "DELIVERY_CONSOLE": "true",  # as in the demo: nothing leaves this machine
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Service:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()
        return self

    def _wait(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.address}/readyz", timeout=2)  # noqa: S310
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
            else:
                return
        raise AssertionError(f"The service did not start:\n{self.log.read_text()[-4000:]}")

    def stop(self) -> int:
        """End it as Ctrl-C does; returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise

    def manage(self, *arguments: str, check: bool = True) -> str:
        """Run a management command with the service's settings; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def shell(self, code: str) -> str:
        """Run Python code inside Django; returns what it printed."""
        return self.manage("shell", "-v", "0", "-c", code)
