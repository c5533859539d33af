# ruff: noqa: E501  (browser names and codes are as long as they are)
"""Tracked links through the real WSGI wrapper, with an application behind it that must not be reached."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from outreach.reach import tracked
from outreach.reach.counting import Buffer
from outreach.reach.models import Counter
from outreach.reach.opening import judging
from outreach.reach.opening.directory import Directory, look_up
from outreach.reach.tracked import TrackedLinks

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"

pytestmark = pytest.mark.django_db


def behind(environ, start_response):
    start_response("200 OK", [("X-From", "behind")])
    return [b"behind"]


class QuietBuffer(Buffer):
    """Without its thread: tests write by hand."""

    def start(self) -> None:
        pass


@pytest.fixture
def app():
    return TrackedLinks(behind, Directory(look_up), QuietBuffer())


class Reply:
    def __init__(self, app, path, method="GET", **headers) -> None:
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_USER_AGENT": PHONE, **headers}
        self.body = b"".join(app(environ, self._start))

    def _start(self, status, headers, exc_info=None):
        self.status, self.headers = int(status[:3]), dict(headers)
        assert len(self.headers) == len(headers)


def test_redirect(app, link):
    reply = Reply(app, "/l/k7m2pxwd")
    assert reply.status == 302
    assert reply.body == b""
    assert reply.headers == {
        "Location": "/stellen/wohngeld/?k=k7m2pxwd",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
        "Content-Length": "0",
    }


def test_retrievals_are_counted_by_medium_and_kind(app, link):
    Reply(app, "/l/k7m2pxwd")
    Reply(app, "/l/k7m2pxwd/")
    Reply(app, "/q/k7m2pxwd")
    assert Reply(app, "/l/k7m2pxwd", "HEAD").status == 302
    Reply(app, "/l/k7m2pxwd", HTTP_USER_AGENT="WhatsApp/2.23.20.0 A")
    app.buffer.flush()
    counts = {(row.kind, row.medium): row.total for row in Counter.objects.all()}
    assert counts == {
        ("person", "link"): 2,
        ("person", "qr"): 1,
        ("head", "link"): 1,
        ("preview", "link"): 1,
    }


@pytest.mark.parametrize(
    "path", ["/l/fremdweg", "/l/", "/q/x", "/l//boese.example", "/l/../admin", "/l/k7m2pxwd/x"]
)
def test_unknown_codes_get_a_friendly_page_and_are_not_counted(app, link, path):
    reply = Reply(app, path)
    assert reply.status == 404
    page = reply.body.decode()
    assert 'lang="de"' in page
    assert 'href="/stellen/"' in page
    assert "führt nicht mehr zu einer Stelle" in page
    assert int(reply.headers["Content-Length"]) == len(reply.body)
    assert "Set-Cookie" not in reply.headers
    assert reply.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert app.buffer.waiting == 0
    assert Reply(app, path, "HEAD").body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
def test_other_methods_are_refused(app, link, method):
    reply = Reply(app, "/l/k7m2pxwd", method)
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD")
    assert app.buffer.waiting == 0


@pytest.mark.parametrize("path", ["/", "/stellen/", "/l", "/lager/", "/quiz"])
def test_everything_else_goes_on(app, path):
    assert Reply(app, path).body == b"behind"


def test_a_database_that_is_away_is_said_kindly_and_loses_nothing(link):
    def away(code):
        raise OperationalError("no route to 10.0.0.5")

    app = TrackedLinks(behind, Directory(away), QuietBuffer())
    app.buffer.add(link.pk, "person", "link")
    reply = Reply(app, "/l/k7m2pxwd")
    assert reply.status == 503
    assert "Der Link bleibt gültig" in reply.body.decode()
    assert reply.headers["Retry-After"] == "5"
    assert app.buffer.waiting == 1


def test_an_error_is_no_500_and_says_nothing_of_the_request(app, link, monkeypatch, caplog):
    def broken(environ, find):
        raise ValueError(f"cannot read {environ['HTTP_USER_AGENT']}")

    monkeypatch.setattr(tracked, "respond", broken)
    assert Reply(app, "/l/k7m2pxwd").status == 503
    assert "ValueError" in caplog.text
    assert "Android" not in caplog.text


def test_an_error_while_counting_still_redirects_and_is_a_visible_loss(app, link, monkeypatch, caplog):
    def broken(environ):
        raise ValueError(environ["HTTP_USER_AGENT"])

    monkeypatch.setattr(judging, "kind_of", broken)
    assert Reply(app, "/l/k7m2pxwd").status == 302
    assert app.buffer.lost == 1
    assert "Android" not in caplog.text


def test_known_codes_are_answered_without_the_database(app, link, django_assert_num_queries):
    Reply(app, "/l/k7m2pxwd")
    with django_assert_num_queries(0):
        Reply(app, "/l/k7m2pxwd")
        Reply(app, "/q/k7m2pxwd", HTTP_USER_AGENT="WhatsApp/2")


class TestThroughDjango:
    """The same answer for the test client and runserver."""

    def test_redirect_and_count(self, client, link):
        reply = client.get("/l/k7m2pxwd", headers={"user-agent": PHONE})
        assert (reply.status_code, reply["Location"]) == (302, "/stellen/wohngeld/?k=k7m2pxwd")
        assert (reply["Cache-Control"], reply["Referrer-Policy"]) == ("no-store", "no-referrer")
        assert not reply.cookies
        client.get("/q/k7m2pxwd/", headers={"user-agent": PHONE})
        counts = set(Counter.objects.values_list("kind", "medium", "total"))
        assert counts == {("person", "link", 1), ("person", "qr", 1)}

    def test_unknown(self, client, db):
        reply = client.get("/l/fremdweg")
        assert reply.status_code == 404
        assert "führt nicht mehr zu einer Stelle" in reply.content.decode()

    def test_other_methods(self, client, link):
        assert client.post("/l/k7m2pxwd").status_code == 405
