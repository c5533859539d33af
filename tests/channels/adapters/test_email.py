"""Partner mail over a real SMTP server, and what its answers mean."""

import email
import email.policy
import smtplib
import socket

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend as MemoryBackend

from channels import delivery as outbox
from channels.adapters.mail import email as adapter
from channels.models import Delivery, Partner
from channels.partners import tokens
from channels.sending.errors import SendError, Unconfirmed


class Box:
    """Keeps what arrives; `answer` is what it says to a recipient, `after_data` to the whole mail."""

    def __init__(self) -> None:
        self.mails, self.answer, self.after_data = [], "250 OK", "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        if self.after_data == "drop":
            server.transport.abort()
            return "421 gone"
        return self.after_data


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def box(settings):
    """A mail server on the loopback address, and the settings `EMAIL_URL` would give."""
    box = Box()
    server = Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    server.stop()


def state(row: Delivery) -> str:
    return Delivery.objects.get(pk=row.pk).state


def test_a_partner_gets_the_ad(mail_delivery, box):
    outbox.sweep()
    (got,) = box.mails
    assert got["To"] == "jobs@bruecke.example"
    assert got["Reply-To"] == "stellen@neustadt.example"
    assert got["Subject"].startswith("Neue Stelle: Sachbearbeitung Wohngeld, bewerben bis ")
    assert got["Message-ID"] == f"<{mail_delivery.uid}@jobs.neustadt.example>"
    assert got["Auto-Submitted"] == "auto-generated"
    text, markup = (part.get_content() for part in got.iter_parts())
    assert "Bezahlung: 3.303,85 € bis 4.409,39 € im Monat (E 9b)" in text
    assert "weil Ihre Organisation Stellen der Stadt weitergibt (Verein Brücke)." in text
    assert "<table" not in markup
    assert state(mail_delivery) == "sent"


def test_every_mail_names_the_way_out(mail_delivery, box, partner):
    outbox.sweep()
    (got,) = box.mails
    leave = f"https://jobs.neustadt.example/partner/abmelden/{tokens.leaving_token(partner)}/"
    assert got["List-Unsubscribe"].strip() == (
        f"<{leave}>, <mailto:stellen@neustadt.example?subject=Partnerpost%20abbestellen>"
    )
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, markup = (part.get_content() for part in got.iter_parts())
    for form in (text, markup):
        assert leave in form
        assert f"/partner/{tokens.page_token(partner)}/" in form
        assert f"/partner/erledigt/{tokens.done_token(mail_delivery)}/" in form


def test_one_click_is_promised_only_where_it_can_work(mail_delivery, box, settings):
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    outbox.sweep()
    (got,) = box.mails
    assert "http://127.0.0.1:8000/partner/abmelden/" in got["List-Unsubscribe"]
    assert got["List-Unsubscribe-Post"] is None


def test_several_ads_come_in_one_mail(publish, mail_channel, box, partner):
    titles = ["Ärztin*Arzt", "Koch*Köchin", "Bauleitung", "Hauswart*in"]
    for title in titles:
        publish(title=title)
    rows = list(Delivery.objects.filter(channel=mail_channel).order_by("pk"))
    rows[0].reasons = [{"text": "Deutsch B1 reicht"}]
    adapter.send_bundle(rows)
    (got,) = box.mails
    assert got["Subject"] == "4 Stellen zum Weitergeben"
    assert got["List-Unsubscribe-Post"] and got["Message-ID"]
    text, markup = (part.get_content() for part in got.iter_parts())
    for form in (text, markup):
        assert all(title in form for title in titles)
        assert "Deutsch B1 reicht" in form
        assert "3.303,85 €" in form
        assert "Zum Weiterleiten: Bitte kopieren" not in form  # many: the texts stay on the page
    assert markup.count("wa.me/?text=") == 4


def test_a_bundle_of_one_reads_like_a_single_mail(mail_delivery, box):
    adapter.send_bundle([mail_delivery])
    (got,) = box.mails
    assert got["Subject"].startswith("Neue Stelle: ")
    assert got["Message-ID"] == f"<{mail_delivery.uid}@jobs.neustadt.example>"


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("550 No such user", "failed"),
        ("450 Greylisted", "waiting"),
        ("452 Mailbox full", "waiting"),
        ("552 Mailbox full", "waiting"),
    ],
)
def test_what_the_server_says_about_the_recipient(mail_delivery, box, answer, left):
    box.answer = answer
    outbox.sweep()
    row = Delivery.objects.get(pk=mail_delivery.pk)
    assert (row.state, box.mails) == (left, [])
    assert "jobs@bruecke.example" in row.error
    assert ("ist voll" in row.error) == ("full" in answer)


@pytest.mark.parametrize(
    ("answer", "left"), [("554 Looks like spam", "failed"), ("451 Try later", "waiting")]
)
def test_what_the_server_says_about_the_mail(mail_delivery, box, answer, left):
    box.after_data = answer
    outbox.sweep()
    assert state(mail_delivery) == left


def test_a_connection_that_breaks_after_the_mail_is_unclear(mail_delivery, box):
    box.after_data = "drop"
    outbox.sweep()
    assert state(mail_delivery) == "unconfirmed"
    outbox.sweep()
    assert len(box.mails) == 1


def test_a_server_that_is_away_is_tried_again(mail_delivery, box, settings):
    settings.EMAIL_PORT = 1
    outbox.sweep()
    row = Delivery.objects.get(pk=mail_delivery.pk)
    assert (row.state, row.attempts) == ("waiting", 1)
    assert "EMAIL_URL" in row.error


def test_a_wrong_password_is_told_and_tried_again(mail_delivery, monkeypatch):
    def refuse(self):
        raise smtplib.SMTPAuthenticationError(535, b"no")

    monkeypatch.setattr(MemoryBackend, "open", refuse)
    with pytest.raises(SendError, match="Anmeldung") as caught:
        adapter.send(mail_delivery)
    assert not caught.value.permanent


def test_a_broken_goodbye_changes_nothing(mail_delivery, monkeypatch):
    def broken(self):
        raise ConnectionResetError

    monkeypatch.setattr(MemoryBackend, "close", broken)
    adapter.send(mail_delivery)
    assert len(mail.outbox) == 1


def test_unclear_is_a_send_error_too():
    assert issubclass(Unconfirmed, SendError)


def test_headers_cannot_be_injected(publish, mail_channel, box):
    publish(title="Koch*Köchin\r\nBcc: alle@stadt.example\n\nHallo")
    Partner.objects.update(email="jobs@bruecke.example")
    row = Delivery.objects.get(channel=mail_channel)
    row.rendition["subject"] = "Neu\r\nBcc: alle@stadt.example"  # even if a stored rendition were bad
    row.save()
    outbox.sweep()
    (got,) = box.mails
    assert got["Bcc"] is None
    assert got["Subject"] == "Neu Bcc: alle@stadt.example"


def test_a_server_of_ours_that_is_away_is_nobody_elses_trouble(mail_delivery, settings):
    """Else five days without our mail server would switch off every partner's mail."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(SendError) as error:
        adapter.send(mail_delivery)
    assert error.value.ours
    assert not error.value.permanent
