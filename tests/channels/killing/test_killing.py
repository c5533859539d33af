"""Workers are killed while they send over real SMTP: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import asyncio
import email
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parents[3]
PARTNERS, ADS, WORKERS, KILLS = 30, 5, 3, 12


class Box:
    """Takes its time, and counts every message by its id."""

    def __init__(self) -> None:
        self.got: Counter[int] = Counter()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        mail = email.message_from_bytes(envelope.content)
        self.got[int(mail["Message-ID"].split("@")[0].removeprefix("<delivery-"))] += 1
        await asyncio.sleep(0.03)
        return "250 OK"


@pytest.fixture
def box():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    box = Box()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    box.port = server.port
    yield box
    server.stop()


@pytest.fixture
def run(tmp_path, box, new_database):
    """run("worker") -> a process of that script, in an environment of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "outreach.settings",
        "DATA_DIR": str(tmp_path),
        "EMAIL_URL": f"smtp://127.0.0.1:{box.port}",
        "DATABASE_URL": new_database,
    }

    def start(script: str, *arguments: str, **options) -> subprocess.Popen:
        path = Path(__file__).with_name(f"{script}.py")
        return subprocess.Popen([sys.executable, path, *arguments], cwd=ROOT, env=environment, **options)

    return start


@pytest.fixture
def new_database(tmp_path):
    """An empty database of the kind the tests run on; processes share it."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield f"sqlite:///{tmp_path / 'kill.sqlite3'}"
        return
    import psycopg

    name = f"kill_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{url.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def states(run) -> dict[int, str]:
    output, _errors = run("look", stdout=subprocess.PIPE).communicate(timeout=60)
    return {int(pk): state for pk, state in json.loads(output).items()}


@pytest.mark.long
@pytest.mark.timeout(300)
def test_killed_workers_lose_nothing_and_send_nothing_twice(run, box):
    seed = int(os.environ.get("KILL_SEED", random.randrange(10**6)))
    print(f"KILL_SEED={seed}")
    dice = random.Random(seed)
    assert run("world", str(PARTNERS), str(ADS)).wait(timeout=120) == 0
    workers = [run("worker") for _number in range(WORKERS)]
    try:
        _kill_some(run, box, workers, dice)
        left = _wait_until_done(run)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    counted = Counter(left.values())
    print(f"{KILLS} kills, {dict(counted)}")
    assert len(left) == PARTNERS * ADS
    assert counted["sent"] + counted["unconfirmed"] == PARTNERS * ADS
    assert max(box.got.values()) == 1
    assert {pk for pk, state in left.items() if state == "sent"} <= set(box.got)
    assert counted["unconfirmed"] <= KILLS


def _kill_some(run, box, workers: list[subprocess.Popen], dice: random.Random) -> None:
    """Kill a worker in the middle of its work, again and again, and start another in its place."""
    for _kill in range(KILLS):
        before, end = box.got.total(), time.monotonic() + 30
        while box.got.total() < before + 3 and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.1))
        number = dice.randrange(WORKERS)
        workers[number].kill()
        workers[number].wait()
        workers[number] = run("worker")


def _wait_until_done(run) -> dict[int, str]:
    end = time.monotonic() + 120
    while (left := states(run)) and time.monotonic() < end:
        if not {"waiting", "sending"} & set(left.values()):
            break
        time.sleep(1)
    return left
