"""Reading as outsiders do: over HTTP, with a role's rights, and without changing anything."""

from __future__ import annotations

import datetime
import socket
import threading
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import translation

from outreach.people.models import AccessToken, User
from outreach.reach.attacks.knowledge.publication import Unreadable
from outreach.reach.attacks.running import exits, fetching, report
from outreach.reach.attacks.running.exits import InProcess, Remote, Unreachable, Wrote
from tests.outreach.reach.attacks.conftest import NOW
from tests.outreach.reach.attacks.paper import paper


def test_staff_reads_and_strangers_do_not(reader):
    with InProcess() as live:
        assert live.staff(fetching.TABLES) == (200, b'{"tables":[]}')
        assert live.public(fetching.TABLES)[0] == 401
        assert live.public("/metrics")[0] == 403  # from elsewhere
        assert live.public("/stellen/")[0] == 200


def test_reading_leaves_no_trace(reader):
    before = User.objects.get(pk=reader.pk).last_login
    with InProcess() as live:
        live.staff("/reichweite/")
    assert Session.objects.count() == 0
    assert User.objects.get(pk=reader.pk).last_login == before


def test_what_writes_is_refused(reader):
    with InProcess(), pytest.raises(Wrote), transaction.atomic():
        User.objects.update(first_name="x")
    User.objects.update(first_name="x")


def test_somebody_must_be_there_to_read(db, person):
    person("editor")
    with pytest.raises(Unreachable, match="Berichte lesen"):
        InProcess()


def test_a_refusal_is_said(person):
    with InProcess(person()) as live, pytest.raises(Unreachable, match="403"):
        fetching.fetch(live)


@pytest.mark.parametrize("address", ["stadt.example", "ftp://stadt.example", "http://"])
def test_no_address(address):
    with pytest.raises(Unreachable, match="https://"):
        Remote(address, "")


def test_nobody_answers():
    with pytest.raises(Unreachable, match="antwortet nicht"):
        Remote("http://127.0.0.1:1", "").public("/")


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def server(transactional_db):
    """The real application on a real port."""
    from outreach.wsgi import application

    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as found:
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{found.server_port}"
        found.shutdown()
        thread.join()


def test_beside_the_service_one_asks_as_from_elsewhere(server, monkeypatch):
    """This machine may read `/metrics`, others may not; the report says what cannot be seen from here."""
    remote = Remote(server, "")
    assert remote.limits() == []
    assert remote.public("/metrics")[0] == 403
    (told,) = remote.limits()
    assert "auf dem Rechner des Dienstes selbst" in told
    with translation.override("en"):
        assert "on the service’s own machine" in remote.limits()[0]
    monkeypatch.setattr(exits, "_on_this_machine", lambda _connection: False)
    far = Remote(server, "")  # nothing is added there: a proxy that tells nobody apart must be found
    assert far.public("/metrics")[0] == 200 and far.limits() == []
    content = report.make([], paper(), server, NOW, remote.limits())
    assert content["limits"] == [*report.LIMITS(), told]


def test_a_machine_is_known_by_its_address(server):
    parts = urlsplit(server)
    with socket.create_connection((parts.hostname, parts.port)) as connection:
        assert exits._on_this_machine(connection)


class Elsewhere:
    """A connection to another machine."""

    def getpeername(self):
        return ("203.0.113.9", 443)

    def getsockname(self):
        return ("203.0.113.8", 51234)


def test_another_machine_is_told_apart():
    assert not exits._on_this_machine(Elsewhere())


@pytest.mark.long
def test_a_real_server(server, reader):
    from outreach.demo import year

    year.load(NOW, postings=3, channels=3, weeks=4)
    secret = AccessToken.issue(reader, "Angriffe")[1]
    remote = Remote(server, secret)
    found = fetching.fetch(remote)
    with InProcess(reader) as live:
        assert [table.digest for table in fetching.fetch(live).tables] == [t.digest for t in found.tables]
    assert found.figures > 0
    with pytest.raises(Unreachable, match="401"):
        fetching.fetch(Remote(server, "falsch"))


def test_told_to_wait(monkeypatch):
    replies = [(429, b"", "2"), (200, b"x", None)]
    slept: list[float] = []
    monkeypatch.setattr(exits.time, "sleep", slept.append)
    assert exits._patient(lambda: replies.pop(0)) == (200, b"x")
    assert slept == [2.0]
    assert exits._patient(lambda: (429, b"", "4000")) == (429, b"")


def test_files(tmp_path, reader, make_year):
    make_year(postings=3, channels=3, weeks=4)
    with InProcess(reader) as live:
        row = fetching._json(live, fetching.TABLES)["tables"][-1]
        content = live.staff(f"{fetching.TABLES}{row['name']}/{row['last']}/")[1]
    (tmp_path / "eins.json").write_bytes(content)
    found = fetching.read(tmp_path)
    assert found.tables == fetching.read(tmp_path / "eins.json").tables
    assert found.tables[0].until == datetime.date.fromisoformat(row["last"]) + datetime.timedelta(days=1)
    families = found.groups["posting", "family"]
    assert families and all(families.values())
    (tmp_path / "zwei.json").write_text('[{"name": "x"}]')
    with pytest.raises(Unreadable, match="keine veröffentlichte Tabelle"):
        fetching.read(tmp_path)
    (tmp_path / "zwei.json").write_text("x")
    with pytest.raises(Unreadable, match="als JSON"):
        fetching.read(tmp_path)
    with pytest.raises(Unreadable, match="keine JSON-Dateien"):
        fetching.read(tmp_path / "..")


def test_audiences_are_read_off_the_partners_pages(make_year, reader):
    make_year("timing", postings=2, channels=5, weeks=3)
    with InProcess(reader) as live:
        found = fetching.fetch(live)
    names = {key: name for table in found.tables for key, name in table.labels.get("channel", {}).items()}
    assert {names[key]: size for key, size in found.audiences.items()} == {
        "E-Mail an Brücke am Kanal": 340,
        "E-Mail an die Sprachschule Leinebogen": 600,
        "E-Mail an das Nachbarschaftszentrum Am Lindenhain": 250,
    }
