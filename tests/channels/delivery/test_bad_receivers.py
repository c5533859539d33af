"""One partner in trouble harms no other: real receivers that misbehave, and time that passes."""

from __future__ import annotations

import datetime
import ssl
import subprocess
from contextlib import ExitStack, suppress

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from channels import delivery as outbox
from channels.models import Channel, Delivery, Partner
from channels.sending.http import connections, requesting
from channels.webhooks import signing
from tests.channels.receivers.plain import Plain, Rude
from tests.channels.receivers.server import Reply
from tests.services import free_port

HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def quick(settings, monkeypatch):
    """Receivers are on this machine, and patience is short."""
    settings.OUTGOING_LOOPBACK = True
    monkeypatch.setitem(requesting.request.__kwdefaults__, "timeout", (0.5, 0.3))
    monkeypatch.setitem(requesting.request.__kwdefaults__, "total", 0.6)
    yield
    connections.close()


@pytest.fixture
def stack():
    with ExitStack() as opened:
        yield opened


@pytest.fixture
def hook(db):
    """hook(address) -> a partner's webhook there."""

    def make(address: str) -> Channel:
        partner = Partner.objects.create(
            name=address, kind="association", status="active", email="technik@partner.example"
        )
        return Channel.objects.create(
            key=address.split("//")[1].replace(".", "-").replace(":", "-"), name=address, kind="webhook",
            partner=partner, options={"address": address, "proven": address},
            secrets={"key": signing.new_key()},
        )  # fmt: skip

    return make


@pytest.fixture
def good(stack, hook):
    """A receiver that does what it should, and its channel."""
    receiver = stack.enter_context(Plain())
    return receiver, hook(receiver.url.replace("localhost", "127.0.0.1"))  # another name: a lane of its own


def hangs(connection) -> None:
    connection.settimeout(5)
    while connection.recv(65536):
        pass


def pours(connection) -> None:
    """Two gigabytes, for those who want them."""
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n")
    piece = bytes(1 << 20)
    for _piece in range(2048):
        connection.sendall(piece)


def drips(connection) -> None:
    """A byte at a time, each in time."""
    connection.recv(65536)
    connection.settimeout(0.1)
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000:
        connection.sendall(bytes([byte]))
        with suppress(TimeoutError):
            connection.recv(1)


def self_signed(tmp_path) -> ssl.SSLContext:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-keyout", key, "-out", certificate, "-subj", "/CN=anderswo.example", "-days", "2"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


@pytest.fixture(params=["500", "hangs", "pours", "drips", "redirects", "certificate"])
def bad(request, stack, hook, tmp_path, good) -> Channel:
    """A partner's webhook at a receiver in trouble."""
    if request.param in ("hangs", "pours", "drips"):
        rude = stack.enter_context(Rude(globals()[request.param]))
        return hook(rude.url.replace("127.0.0.1", "localhost"))
    tls = self_signed(tmp_path) if request.param == "certificate" else None
    receiver = stack.enter_context(Plain(tls=tls))
    if request.param == "500":
        receiver.reply = lambda _request: Reply(500)
    if request.param == "redirects":
        receiver.reply = lambda _request: Reply(302, headers={"Location": f"{good[0].url}/inside"})
    return hook(receiver.url)


def test_a_receiver_in_trouble_for_three_days_harms_no_other(bad, good, publish):
    receiver, channel = good
    for number in range(3):
        publish(title=f"Stelle {number}")
    start = timezone.now()
    outbox.sweep(start)
    fine = Delivery.objects.filter(channel=channel)
    assert set(fine.values_list("state", flat=True)) == {"sent"}
    for hours in range(6, 72, 6):
        outbox.sweep(start + hours * HOUR)
    late = publish(title="Stelle von heute")
    outbox.sweep(start + 72 * HOUR)
    assert fine.get(version__posting=late).state == "sent"
    assert len(receiver.requests) == 4
    assert not [request for request in receiver.requests if "inside" in request.path]
    assert not Delivery.objects.filter(state="sending").exists()


def test_after_three_days_of_500_everything_arrives_that_is_still_open(stack, hook, publish, editor):
    from channels import publishing

    receiver = stack.enter_context(Plain())
    receiver.reply = lambda _request: Reply(500)
    channel = hook(receiver.url)
    kept, closed = publish(title="Bleibt"), publish(title="Geht")
    start = timezone.now()
    for hours in range(0, 72, 3):
        outbox.sweep(start + hours * HOUR)
    tried = len(receiver.requests)
    assert tried <= 24
    publishing.close(closed, by=editor)
    receiver.reply = lambda _request: Reply(200)
    for hours in range(72, 120, 3):
        outbox.sweep(start + hours * HOUR)
    assert Delivery.objects.get(channel=channel, version__posting=kept).state == "sent"
    ids = [request.headers["webhook-id"] for request in receiver.requests[tried:]]
    assert ids == [str(Delivery.objects.get(channel=channel, version__posting=kept).uid)]


class Postman:
    """One mailbox is full, the other takes everything."""

    def __init__(self) -> None:
        self.got: list[str] = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("voll@"):
            return "452 4.2.2 Mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.got += envelope.rcpt_tos
        return "250 OK"


def test_a_full_mailbox_harms_no_other(mail_channel, second_mail_channel, publish, settings, stack):
    postman = Postman()
    server = Controller(postman, hostname="127.0.0.1", port=free_port())
    server.start()
    stack.callback(server.stop)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    Partner.objects.filter(pk=mail_channel.partner_id).update(email="voll@bruecke.example")
    for number in range(2):
        publish(title=f"Stelle {number}")
    start = timezone.now()
    for hours in range(0, 72, 6):
        outbox.sweep(start + hours * HOUR)
    assert postman.got == ["buero@schule.example"] * 2
    full = Delivery.objects.filter(channel=mail_channel)
    assert set(full.values_list("state", flat=True)) <= {"waiting", "failed"}
    assert all("voll@bruecke.example" in row.error for row in full)
