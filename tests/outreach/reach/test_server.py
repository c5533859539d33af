"""The real server: what a sudden death costs, what an orderly end keeps, and that no trace is left."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest

from tests import services
from tests.outreach.reach.traces import PERSON, TRACES, files_with_traces

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[3]
CODE = "k7m2pxwd"
POSTGRESQL = "postgres://postgres@127.0.0.1:5432"
REDIS = "redis://127.0.0.1:6379/13"
#: One ad with one code, as `manage.py shell` input.
CITY = f"""
from channels.models import Channel, Link
from outreach.people.models import User
from postings.models import Posting
user = User.objects.create_user("ada", "ada@stadt.example")
posting = Posting.objects.create(slug="wohngeld", title="Wohngeld", created_by=user)
channel = Channel.objects.create(key="verein", name="Verein", kind="job_page")
Link.objects.create(code="{CODE}", posting=posting, channel=channel)
"""


class Server:
    """granian as `up` starts it, on its own data."""

    def __init__(self, data: Path, **variables: str) -> None:
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = data.parent / "server.log"
        self.environment = {
            **os.environ,
            "DATA_DIR": str(data),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "LOG_LEVEL": "DEBUG",
            "DJANGO_SETTINGS_MODULE": "outreach.settings",
        }
        self.environment.pop("DATABASE_URL", None)
        self.environment.update(variables)

    def manage(self, *words: str) -> None:
        subprocess.run([sys.executable, "manage.py", *words], env=self.environment, cwd=ROOT, check=True)

    def start(self) -> None:
        from outreach.processes import supervisor

        command = supervisor.web("127.0.0.1", self.port).command
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                return socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    @contextmanager
    def connect(self, source: str = "127.0.0.1") -> Iterator[http.client.HTTPConnection]:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=60, source_address=(source, 0)
        )
        with closing(connection):
            yield connection

    def kill(self) -> float:
        """`kill -9` for the server and its worker at the same moment, which is returned."""
        family = [
            *psutil.Process(self.process.pid).children(recursive=True),
            psutil.Process(self.process.pid),
        ]
        moment = time.monotonic()
        for process in family:
            process.kill()
        psutil.wait_procs(family, timeout=10)
        self.process.wait()
        return moment

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)

    def counted(self) -> int:
        """By a connection of our own: what another process would find now."""
        question = "SELECT coalesce(sum(total), 0) FROM reach_counter"
        if address := self.environment.get("DATABASE_URL"):
            with psycopg.connect(address) as database:
                return int(database.execute(question).fetchone()[0])
        with closing(sqlite3.connect(self.data / "outreach.sqlite3")) as database:
            return database.execute(question).fetchone()[0]


@contextmanager
def serving(folder: Path, **variables: str) -> Iterator[Server]:
    data = folder / "data"
    data.mkdir()
    server = Server(data, **variables)
    server.manage("migrate", "--verbosity", "0")
    server.manage("shell", "--no-imports", "--command", CITY)
    server.start()
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()


@pytest.fixture
def server(tmp_path, socket_enabled):
    with serving(tmp_path) as server:
        yield server


@pytest.fixture
def postgresql():
    """The address of a database of our own."""
    services.require("postgresql")
    name = f"counts_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield f"{POSTGRESQL}/{name}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request, tmp_path, socket_enabled):
    """The server on SQLite, and on PostgreSQL with Redis."""
    if request.param == "sqlite":
        with serving(tmp_path) as server:
            yield server
        return
    services.require("redis")
    keys = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), "prüfung" * 10)
    size = {"DATABASE_URL": request.getfixturevalue("postgresql"), "CELERY_BROKER_URL": REDIS, **keys}
    with serving(tmp_path, **size) as server:
        yield server


def click(connection: http.client.HTTPConnection, path: str = f"/l/{CODE}", **headers: str) -> int:
    connection.request("GET", path, headers={"User-Agent": PERSON["agent"], **headers})
    reply = connection.getresponse()
    reply.read()
    return reply.status


def test_an_orderly_end_keeps_every_count(either):
    server = either
    with server.connect() as connection:
        for _ in range(50):
            assert click(connection) == 302
        server.stop()  # with a reader still connected
    assert server.counted() == 50


def test_kill_9_costs_at_most_one_second_of_counts(either):
    """The bound that `counting` states: a quarter of a second of gathering, and the time of one write."""
    server = either
    answered: list[float] = []
    begin = time.monotonic()
    with server.connect() as connection:
        while time.monotonic() < begin + 4 or len(answered) < 300:  # a busy machine takes longer
            assert click(connection) == 302
            answered.append(time.monotonic())
            time.sleep(0.002)
    killed = server.kill()
    older_than_a_second = sum(1 for moment in answered if moment < killed - 1)
    assert 20 < older_than_a_second <= server.counted() <= len(answered)
    before = server.counted()
    server.start()  # and it goes on with what was written
    with server.connect() as connection:
        click(connection)
    server.stop()
    assert server.counted() == before + 1


def test_no_memory_of_the_server_is_ever_written_to_disk_by_a_crash(server):
    """Core dumps are off, in granian's worker too: requests of the last moments would stand in one."""
    family = psutil.Process(server.process.pid).children(recursive=True)
    assert family
    for process in family:
        limits = Path(f"/proc/{process.pid}/limits").read_text()
        line = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
        assert line.split()[4] == "0"  # the soft limit, which holds


def test_no_trace_in_any_file_or_log_at_debug_level(server):
    headers = {
        "Cookie": f"sitzung={PERSON['cookie']}",
        "Referer": PERSON["referrer"],
        "X-Forwarded-For": PERSON["forwarded"],
        "Accept-Language": PERSON["language"],
    }
    with server.connect(PERSON["address"]) as connection:
        for path in (f"/l/{CODE}", f"/q/{CODE}/", "/l/fremdweg", "/stellen/fehlt/", "/impressum/"):
            for _ in range(20):
                click(connection, f"{path}?fbclid={PERSON['query']}", **headers)
    time.sleep(1.2)
    assert files_with_traces(server.data) == []  # while it runs: database, write-ahead log, broker folder
    server.stop()
    assert files_with_traces(server.data) == []
    log = server.log.read_text()
    assert not [trace for trace in TRACES if trace in log]
    assert server.counted() == 40
