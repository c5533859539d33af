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
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
import pytest

from tests.outreach.reach.traces import PERSON, TRACES, files_with_traces

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[3]
CODE = "k7m2pxwd"
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

    def __init__(self, data: Path) -> None:
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
            "127.0.0.1", self.port, timeout=10, source_address=(source, 0)
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
        with closing(sqlite3.connect(self.data / "outreach.sqlite3")) as database:
            return database.execute("SELECT coalesce(sum(total), 0) FROM reach_counter").fetchone()[0]


@pytest.fixture
def server(tmp_path, socket_enabled):
    data = tmp_path / "data"
    data.mkdir()
    server = Server(data)
    server.manage("migrate", "--verbosity", "0")
    server.manage("shell", "--no-imports", "--command", CITY)
    server.start()
    yield server
    if server.process.poll() is None:
        server.kill()


def click(connection: http.client.HTTPConnection, path: str = f"/l/{CODE}", **headers: str) -> int:
    connection.request("GET", path, headers={"User-Agent": PERSON["agent"], **headers})
    reply = connection.getresponse()
    reply.read()
    return reply.status


def test_an_orderly_end_keeps_every_count(server):
    with server.connect() as connection:
        for _ in range(50):
            assert click(connection) == 302
        server.stop()  # with a reader still connected
    assert server.counted() == 50


def test_kill_9_costs_at_most_one_second_of_counts(server):
    answered: list[float] = []
    end = time.monotonic() + 4
    with server.connect() as connection:
        while time.monotonic() < end:
            assert click(connection) == 302
            answered.append(time.monotonic())
            time.sleep(0.002)
    killed = server.kill()
    older_than_a_second = sum(1 for moment in answered if moment < killed - 1)
    assert 500 < older_than_a_second <= server.counted() <= len(answered)
    server.start()  # and it goes on with what was written
    before = server.counted()
    with server.connect() as connection:
        click(connection)
    server.stop()
    assert server.counted() == before + 1


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
