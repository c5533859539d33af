"""One request, one answer: with receivers that behave, and with those that do everything else."""

from __future__ import annotations

import datetime
import logging
import socket
import threading
import time
import traceback

import pytest
from django.utils import timezone

from channels.sending.errors import SendError, Unconfirmed
from channels.sending.http import Refused, connections, request
from channels.sending.http.answers import READ, STORED
from tests.channels.receivers.server import Reply

TOKEN = "1234567:AAF-geheimes-Wort"


def test_what_goes_out(receiver):
    answer = request("post", f"{receiver.url}/pfad?a=1", json={"ä": 1}, headers={"X-Eins": "zwei"})
    (got,) = receiver.requests
    assert (got.method, got.path, got.query) == ("POST", "/pfad", {"a": "1"})
    assert got.headers["content-type"] == "application/json" and got.headers["x-eins"] == "zwei"
    assert not {"cookie", "authorization", "x-forwarded-for"} & set(got.headers)
    assert answer.status == 200 and answer.json() == {}


def test_forms_files_and_bodies(receiver):
    request("POST", receiver.url, data={"name": "ä"})
    request("POST", receiver.url, files={"bild": ("b.png", b"\x89PNG", "image/png")})
    request("PUT", receiver.url, body=b"<xml/>", headers={"Content-Type": "text/xml"})
    form, files, body = receiver.requests
    assert form.body == b"name=%C3%A4"
    assert b'filename="b.png"' in files.body
    assert body.body == b"<xml/>" and body.headers["content-type"] == "text/xml"


def test_nothing_of_the_environment_is_used(receiver, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine localhost login ada password geheim\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    request("GET", receiver.url)
    assert "authorization" not in receiver.requests[0].headers


def test_connections_are_kept_alive_and_cookies_are_not(receiver):
    receiver.reply = lambda request: Reply(200, headers={"Set-Cookie": "a=b; Path=/"})
    for _time in range(3):
        request("GET", receiver.url)
    assert len({got.port for got in receiver.requests}) == 1
    assert all("cookie" not in got.headers for got in receiver.requests)


def test_a_connection_the_receiver_closed_meanwhile_is_not_used_again(receiver):
    receiver.reply = lambda request: Reply(200, headers={"Connection": "close"})
    request("POST", receiver.url)
    time.sleep(0.1)
    request("POST", receiver.url)
    assert len({got.port for got in receiver.requests}) == 2


# --- Answers ----------------------------------------------------------------------------------


def refused(receiver, status, headers=None, **options) -> SendError:
    receiver.reply = lambda request: Reply(status, {"fehler": "x"}, headers or {})
    with pytest.raises(SendError) as caught:
        request("POST", receiver.url, **options)
    assert "localhost" in str(caught.value)
    assert caught.value.answer.json() == {"fehler": "x"}
    return caught.value


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_success_is_2xx(receiver, status):
    receiver.reply = lambda request: Reply(status, b"")
    assert request("POST", receiver.url).status == status


@pytest.mark.parametrize("status", [300, 400, 401, 403, 404, 405, 409, 413, 422, 451])
def test_what_will_not_change_is_permanent(receiver, status):
    error = refused(receiver, status)
    assert error.permanent and not error.gone and isinstance(error, Refused)


def test_gone(receiver):
    error = refused(receiver, 410)
    assert error.gone and error.permanent


@pytest.mark.parametrize("repeatable", [True, False])
@pytest.mark.parametrize("status", [408, 425, 429, 503])
def test_not_now(receiver, status, repeatable):
    error = refused(receiver, status, repeatable=repeatable)
    assert not error.permanent and not isinstance(error, Unconfirmed)


@pytest.mark.parametrize("status", [500, 502, 504, 599])
def test_a_receiver_that_stumbles_may_have_done_it(receiver, status):
    assert not isinstance(refused(receiver, status, repeatable=True), Unconfirmed)
    assert isinstance(refused(receiver, status), Unconfirmed)


def test_a_status_the_adapter_knows_is_returned(receiver):
    receiver.reply = lambda request: Reply(404)
    assert request("DELETE", receiver.url, accept=(404,)).status == 404


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("7", 7), (" 120 ", 120), ("0", 0), ("9" * 30, 24 * 3600), ("-5", None), ("bald", None), ("", None),
     ("1e3", None), ("٣", None), ("Thu, 99 Foo 2026", None)],
)  # fmt: skip
def test_retry_after(receiver, given, seconds):
    error = refused(receiver, 429, {"Retry-After": given.encode().decode("latin-1")})
    now = timezone.now()
    wanted = None if seconds is None else now + datetime.timedelta(seconds=seconds)
    assert error.not_before(now) == wanted


def test_retry_after_as_a_date(receiver):
    soon = timezone.now().replace(microsecond=0) + datetime.timedelta(minutes=3)
    error = refused(receiver, 503, {"Retry-After": soon.strftime("%a, %d %b %Y %H:%M:%S GMT")})
    assert error.not_before(timezone.now()) == soon


# --- Bad receivers ----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(receiver, rude, status):
    inside = rude(lambda sock: pytest.fail("followed"))
    error = refused(receiver, status, {"Location": inside.url})
    assert error.permanent and "endgültige Adresse" in str(error)
    assert len(receiver.requests) == 1


def flood(status: bytes):
    """Announces 2 GB and sends as fast as the other side takes them."""

    def behave(sock: socket.socket) -> None:
        sock.recv(65536)
        sock.sendall(b"HTTP/1.1 " + status + b"\r\nContent-Length: 2000000000\r\n\r\n")
        piece, left = bytes(65536), 2_000_000_000
        while left > 0:
            sock.sendall(piece)
            left -= len(piece)

    return behave


@pytest.mark.parametrize("status", [b"200 OK", b"302 Found\r\nLocation: http://127.0.0.1/"])
def test_two_gigabytes_are_not_read(rude, status):
    flooding = rude(flood(status))
    if status.startswith(b"2"):
        answer = request("POST", flooding.url)
        assert len(answer.body) == READ and not answer.complete and len(answer.excerpt()) <= STORED
    else:
        with pytest.raises(Refused) as caught:
            request("POST", flooding.url)
        assert len(caught.value.answer.body) == READ


def test_a_packed_answer_is_not_unpacked(receiver):
    receiver.reply = lambda request: Reply(200, b"\x1f\x8b bomb", {"Content-Encoding": "gzip"})
    assert request("GET", receiver.url).body == b"\x1f\x8b bomb"
    assert receiver.requests[0].headers["accept-encoding"] == "identity"


def drip(beginning: bytes):
    """One byte after the other, each well within the time-out of a socket."""

    def behave(sock: socket.socket) -> None:
        sock.recv(65536)
        sock.sendall(beginning)
        while True:
            sock.sendall(b"a")
            time.sleep(0.05)

    return behave


@pytest.mark.parametrize(
    "beginning",
    [b"", b"HTTP/1.1 ", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 "],
    ids=["nothing", "status", "continue"],
)
def test_a_receiver_that_drips_is_hung_up(rude, beginning):
    dripping = rude(drip(beginning))  # for ever, if nobody hangs up
    with pytest.raises(Unconfirmed):
        request("POST", dripping.url, timeout=(1, 1), total=0.6)


@pytest.mark.parametrize("more", [b"X-Long: ", b"Content-Length: 60000\r\n\r\n"], ids=["header", "body"])
def test_dripping_after_the_status_changes_nothing_about_it(rude, more):
    dripping = rude(drip(b"HTTP/1.1 200 OK\r\n" + more))
    answer = request("POST", dripping.url, timeout=(1, 1), total=0.6)
    assert answer.ok and set(answer.body) <= {ord("a")}


def test_a_receiver_that_never_reads_is_hung_up(rude):
    over, gave_up = threading.Event(), []
    silent = rude(lambda sock: gave_up.append(over.wait(30)))
    with pytest.raises(Unconfirmed):
        request("POST", silent.url, body=bytes(20_000_000), largest=30_000_000, timeout=(1, 60), total=0.6)
    assert gave_up == []  # so it was we who hung up
    over.set()


def hang(sock: socket.socket) -> None:
    sock.recv(65536)
    time.sleep(3)


def break_off(sock: socket.socket) -> None:
    sock.recv(65536)


def nonsense(sock: socket.socket) -> None:
    sock.recv(65536)
    sock.sendall(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")


def endless_headers(sock: socket.socket) -> None:
    sock.recv(65536)
    sock.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000)


@pytest.mark.parametrize("behave", [hang, break_off, nonsense, endless_headers])
def test_once_something_went_out_nobody_knows(rude, behave):
    receiver = rude(behave)
    with pytest.raises(Unconfirmed):
        request("POST", receiver.url, timeout=(1, 0.3))
    with pytest.raises(SendError) as caught:
        request("POST", receiver.url, timeout=(1, 0.3), repeatable=True)
    assert not isinstance(caught.value, Unconfirmed) and not caught.value.permanent


@pytest.mark.parametrize("repeatable", [True, False])
def test_nobody_at_home_means_nothing_was_sent(loopback, repeatable):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(SendError) as caught:
        request("POST", f"http://127.0.0.1:{port}/", repeatable=repeatable)
    assert not isinstance(caught.value, Unconfirmed) and not caught.value.permanent


def test_a_late_deadline_does_no_harm_to_the_next_request(receiver):
    for _time in range(5):
        request("GET", receiver.url, total=1.5)
        time.sleep(0.4)
    assert len({got.port for got in receiver.requests}) == 1


# --- Injection and secrets --------------------------------------------------------------------


@pytest.mark.parametrize("value", ["a\r\nX-Falsch: 1", "a\nb", "\u202eabc", "ä\r", " vorn"])
def test_a_header_cannot_be_broken_out_of(receiver, value):
    with pytest.raises(SendError) as caught:
        request("POST", receiver.url, headers={"X-Titel": value})
    assert caught.value.permanent and not isinstance(caught.value, Unconfirmed)
    assert receiver.requests == []


@pytest.mark.parametrize("method", ["GET / HTTP/1.1\r\nX: y", "GE T", ""])
def test_a_method_cannot_be_broken_out_of(receiver, method):
    with pytest.raises(SendError):
        request(method, receiver.url)
    assert receiver.requests == []


def test_too_much_is_not_sent(receiver):
    with pytest.raises(SendError, match="zu groß") as caught:
        request("POST", receiver.url, body=bytes(300_000))
    assert caught.value.permanent and receiver.requests == []


def odd_headers(sock: socket.socket) -> None:
    sock.recv(65536)
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nfalsch gebaut\r\n\r\n")


@pytest.mark.parametrize("behave", [hang, break_off, nonsense, odd_headers])
def test_a_token_in_the_path_is_told_to_nobody(rude, behave, caplog):
    """Neither in the sentence, nor in what a log would show of the error and where it came from."""
    receiver = rude(behave)
    with caplog.at_level(logging.INFO):
        try:
            request("POST", f"{receiver.url}/bot{TOKEN}/sendMessage?t={TOKEN}", timeout=(1, 0.2))
        except SendError as error:
            shown = "".join(traceback.format_exception(error)) + repr(error) + str(error)
            assert TOKEN not in shown and "geheimes" not in shown
    assert "geheimes" not in caplog.text


def test_nor_when_nobody_is_at_home(loopback):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(SendError) as caught:
        request("POST", f"http://127.0.0.1:{port}/bot{TOKEN}/")
    assert "geheimes" not in "".join(traceback.format_exception(caught.value))


def test_each_thread_has_its_own_connections(receiver):
    request("GET", receiver.url)

    def other() -> None:
        request("GET", receiver.url)
        connections.close()

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert len({got.port for got in receiver.requests}) == 2
