"""Our own server as `up` starts it, or another application on the same one, with a city of its own."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from outreach.processes import supervisor

START_SECONDS = 60.0
EMAIL, PASSWORD = "bench@stadt.example", "nur-fuer-die-messung"


def make_city(folder: Path, **variables: str) -> str:
    """A database with one ad on one channel and one person who reviews; returns the code."""
    code = secrets.token_hex(4)
    rows = (
        "from channels.models import Channel, Link; from outreach.people.models import User; "
        "from postings.models import Posting; "
        f'user = User.objects.create_user("bench", "{EMAIL}", "{PASSWORD}"); '
        'user.roles.create(role="editor"); '
        'posting = Posting.objects.create(slug="wohngeld", title="Wohngeld", created_by=user); '
        'channel = Channel.objects.create(key="bench", name="Bench", kind="job_page"); '
        f'Link.objects.create(code="{code}", posting=posting, channel=channel)'
    )
    for words in (["migrate", "--verbosity", "0"], ["shell", "--no-imports", "--command", rows]):
        command = [sys.executable, "manage.py", *words]
        subprocess.run(  # noqa: S603  (a fixed command)
            command, check=True, env=environment(folder, **variables), cwd=settings.BASE_DIR
        )
    return code


def environment(folder: Path | str, **variables: str) -> dict[str, str]:
    """Variables of a process with its own data; SQLite and the embedded broker unless told otherwise."""
    foreign = ("DATABASE_URL", "CELERY_BROKER_URL", "PUBLIC_URL")
    inherited: Mapping[str, str] = {name: value for name, value in os.environ.items() if name not in foreign}
    fixed = {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "outreach.settings"}
    return {**inherited, **fixed, **variables}


@contextmanager
def running(folder: Path | str, target: list[str] | None = None, **variables: str) -> Iterator[int]:
    """granian with the options of `up`, on a free port; `target` instead of our own application."""
    port = _free_port()
    command = supervisor.web("127.0.0.1", port).command
    process = subprocess.Popen(  # noqa: S603  (a fixed command)
        [*command[:-1], *(target or command[-1:])],
        env=environment(folder, **variables), cwd=settings.BASE_DIR,
    )  # fmt: skip
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
