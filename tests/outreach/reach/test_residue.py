"""After clicks nothing about the person who clicked is anywhere: no table, no file, no log line."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from outreach.reach import counting, tracked
from outreach.reach.models import Counter
from outreach.reach.opening import directory, judging, retrieval
from tests.outreach.reach.traces import PERSON, TRACES, files_with_traces, table_with_traces

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(caplog):
    """Every line of every logger, also of those that hand nothing on, as a plain handler would write it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    loggers = [
        logging.getLogger(),
        *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict)),
    ]
    before = [(logger, logger.level) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield written
    for logger, level in before:
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def application(monkeypatch):
    """The service's real WSGI application; its counts are written by hand."""
    from outreach.wsgi import application

    monkeypatch.setattr(counting.Buffer, "start", lambda self: None)
    monkeypatch.setattr(application, "directory", directory.Directory(directory.look_up))
    return application


def click(application, path: str, method: str = "GET") -> int:
    found: list[str] = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "QUERY_STRING": f"fbclid={PERSON['query']}",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "REMOTE_ADDR": PERSON["address"],
        "REMOTE_PORT": "50000",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_X_FORWARDED_FOR": PERSON["forwarded"],
        "HTTP_USER_AGENT": PERSON["agent"],
        "HTTP_COOKIE": f"sitzung={PERSON['cookie']}",
        "HTTP_REFERER": PERSON["referrer"],
        "HTTP_ACCEPT_LANGUAGE": PERSON["language"],
    }
    b"".join(application(environ, lambda status, headers, exc_info=None: found.append(status)))
    return int(found[0][:3])


def assert_nothing_left(log) -> None:
    counting.buffer.flush()
    assert not [trace for trace in TRACES if trace in log.getvalue()]
    assert table_with_traces(connection) is None
    assert files_with_traces(Path(settings.DATA_DIR)) == []


def test_the_search_finds_what_is_there(db, log, tmp_path):
    """The test of the tests below."""
    logging.getLogger("django.request").debug("from %s", PERSON["address"])
    assert any(trace in log.getvalue() for trace in TRACES)
    (tmp_path / "x.bin").write_bytes(b"\x00" + PERSON["agent"].encode() + b"\x00")
    assert files_with_traces(tmp_path) == [tmp_path / "x.bin"]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE visits (agent text)")
        cursor.execute("INSERT INTO visits VALUES (%s)", [PERSON["agent"]])
        assert table_with_traces(connection) == "visits"
        cursor.execute("DROP TABLE visits")


def test_nothing_is_left_of_clicks(application, link, log):
    for path in ("/l/k7m2pxwd", "/q/k7m2pxwd", "/l/fremdweg", "/l/" + "x" * 300):
        click(application, path)
        click(application, path, "HEAD")
        click(application, path, "POST")
    assert_nothing_left(log)
    assert sum(Counter.objects.values_list("total", flat=True)) == 4


def test_nothing_is_left_when_answering_fails(application, link, log, monkeypatch):
    def broken(environ, find):
        raise ValueError(f"could not understand {dict(environ)!r}")

    monkeypatch.setattr(tracked, "respond", broken)
    assert click(application, "/l/k7m2pxwd") == 503
    assert_nothing_left(log)


def test_nothing_is_left_when_counting_fails(application, link, log, monkeypatch):
    def broken(environ):
        raise ValueError(f"could not understand {dict(environ)!r}")

    monkeypatch.setattr(judging, "kind_of", broken)
    assert click(application, "/l/k7m2pxwd") == 302
    assert_nothing_left(log)


def test_nothing_is_left_when_the_database_is_away(application, link, log, monkeypatch):
    def away(*args):
        raise OperationalError("no connection")

    monkeypatch.setattr(application, "directory", directory.Directory(away))
    monkeypatch.setattr(counting, "write", away)
    assert click(application, "/l/k7m2pxwd") == 503
    counting.buffer.add(link.pk, "person", "link")
    assert_nothing_left(log)
    assert counting.buffer.waiting == 1


def test_nothing_is_left_of_a_visit_through_django(client, link, log, monkeypatch):
    headers = {
        "user-agent": PERSON["agent"],
        "referer": PERSON["referrer"],
        "cookie": f"a={PERSON['cookie']}",
    }
    client.get("/l/k7m2pxwd", headers=headers, REMOTE_ADDR=PERSON["address"])
    client.get("/l/fremdweg", headers=headers, REMOTE_ADDR=PERSON["address"])
    client.raise_request_exception = False
    monkeypatch.setattr(tracked, "respond", lambda environ, find: 1 / 0)
    assert client.get("/l/k7m2pxwd", headers=headers, REMOTE_ADDR=PERSON["address"]).status_code == 500
    assert_nothing_left(log)


def test_memory_holds_no_more_after_many_clicks(application, link, monkeypatch):
    """No structure grows with clicks: one link, two kinds of counts (a flood is one), one browser name."""
    retrieval.kind_of_agent.cache_clear()
    monkeypatch.setattr(application, "judge", judging.Judge())
    for _ in range(500):
        click(application, "/l/k7m2pxwd")
    assert {key.kind: number for key, number in counting.buffer.counts.items()} == {
        "person": 300,
        "burst": 200,
    }
    assert len(application.directory.known) == application.judge.pace.watched == 1
    assert retrieval.kind_of_agent.cache_info().currsize == 1
