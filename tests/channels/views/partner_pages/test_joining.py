"""Signing up with double opt-in, new links, signing out with one click."""

import datetime
import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.models import Delivery, Partner, PartnerRequest
from channels.partners import tokens
from channels.partners.participation import requests

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Verein Lindenblüte",
    "kind": "association",
    "contact_name": "Mina Aydın",
    "email": "mina@linde.example",
    "languages": ["tr", "de"],
    "audience": "WhatsApp-Gruppe für Eltern",
    "wants_ads": "on",
    "wants_events": "on",
}


@pytest.fixture(autouse=True)
def https(settings):
    """Addresses in mails are https; the test client asks without, so no redirect to it."""
    settings.SECURE_SSL_REDIRECT = False
    cache.clear()


@pytest.fixture
def visitor() -> Client:
    """Somebody without any cookie; forms are really sent without a CSRF token."""
    return Client(enforce_csrf_checks=True)


def path_in(mail, start: str) -> str:
    """The path of the first link in a mail that starts so."""
    return re.search(rf"https://jobs\.neustadt\.example({re.escape(start)}\S+)", mail.body)[1]


def sign_up(visitor, mailoutbox, **changes) -> str:
    response = visitor.post(reverse("partner:sign_up"), {**FORM, **changes})
    assert response.status_code == 200
    requests.answer_due()
    return path_in(mailoutbox[-1], "/partner/bestaetigen/")


def test_from_sign_up_to_the_first_mail(visitor, mailoutbox, publish):
    posting = publish()
    address = sign_up(visitor, mailoutbox)
    assert not Partner.objects.exists()
    shown = visitor.get(address)
    assert "Verein Lindenblüte" in shown.text and not Partner.objects.exists()  # scanners fetch links
    joined = visitor.post(address)
    assert joined.status_code == 302
    partner = Partner.objects.get()
    assert (partner.status, partner.email, partner.languages) == (
        "active",
        "mina@linde.example",
        ["tr", "de"],
    )
    assert partner.confirmed_at and partner.audience == "WhatsApp-Gruppe für Eltern"
    row = Delivery.objects.get(channel__partner=partner)
    assert (row.version_id, row.action) == (posting.approved_id, "publish") and row.bundle
    page = visitor.get(joined["Location"]).text
    assert "Willkommen!" in page and "1 Stelle passt zu Ihnen" in page
    assert not visitor.cookies


def test_a_link_works_once(visitor, mailoutbox):
    address = sign_up(visitor, mailoutbox)
    visitor.post(address)
    again = visitor.post(address)
    assert again.status_code == 404 and "Neuen Link schicken" in again.text
    assert Partner.objects.count() == 1
    assert PartnerRequest.objects.get().data == {}


def test_what_is_never_confirmed_vanishes(visitor, mailoutbox):
    address = sign_up(visitor, mailoutbox)
    week = timezone.now() + datetime.timedelta(days=7, minutes=1)
    assert requests.vanish(timezone.now() + datetime.timedelta(days=6)) == 0
    assert requests.vanish(week) == 1
    assert visitor.get(address).status_code == 404


def test_an_old_link_is_refused_even_before_it_vanishes(visitor, mailoutbox):
    address = sign_up(visitor, mailoutbox)
    PartnerRequest.objects.update(created_at=timezone.now() - datetime.timedelta(days=8))
    assert visitor.post(address).status_code == 404
    assert not Partner.objects.exists()


def test_the_pages_say_the_same_for_known_and_unknown_addresses(visitor, partner, mailoutbox):
    answers = []
    for email in (partner.email, "fremd@x.example"):
        for name, data in (("sign_up", {**FORM, "email": email}), ("link", {"email": email})):
            text = visitor.post(reverse(f"partner:{name}"), data).text
            answers.append((name, text.replace(email, "…")))
    assert answers[:2] == answers[2:]
    assert mailoutbox == []  # nothing is even looked up while somebody waits
    requests.answer_due()
    told = {mail.to[0]: mail.subject for mail in mailoutbox}
    assert told[partner.email] == "Ihr Link zur Partnerseite"
    assert len([mail for mail in mailoutbox if mail.to == ["fremd@x.example"]]) >= 1


def test_a_stranger_who_asks_for_a_link_gets_no_mail(visitor, mailoutbox):
    visitor.post(reverse("partner:link"), {"email": "fremd@x.example"})
    requests.answer_due()
    assert mailoutbox == []


def test_one_address_gets_few_mails_whoever_asks(visitor, partner, mailoutbox):
    for _number in range(6):
        visitor.post(reverse("partner:link"), {"email": partner.email})
    requests.answer_due()
    assert len(mailoutbox) == requests.FOR_ONE_ADDRESS


def test_one_caller_is_slowed_down(visitor):
    codes = [
        visitor.post(reverse("partner:link"), {"email": f"a{n}@x.example"}).status_code for n in range(12)
    ]
    assert codes == [200] * 10 + [429] * 2


def test_hidden_marks_are_taken_out(visitor, mailoutbox):
    name = "Verein\u202e\u2066 Süd\r\nBcc: alle@stadt.example"
    visitor.post(sign_up(visitor, mailoutbox, name=name))
    assert Partner.objects.get().name == "Verein Süd Bcc: alle@stadt.example"
    assert all("Bcc" not in mail.extra_headers and mail.bcc == [] for mail in mailoutbox)


def test_programs_fall_into_the_trap(visitor):
    response = visitor.post(reverse("partner:sign_up"), {**FORM, "homepage": "https://spam.example"})
    assert "Bitte sehen Sie in Ihr Postfach" in response.text
    assert not PartnerRequest.objects.exists()


def test_mistakes_keep_what_was_typed(visitor, partner):
    response = visitor.post(reverse("partner:sign_up"), {**FORM, "email": "mina", "name": partner.name})
    assert response.status_code == 422
    assert "nicht vollständig" in response.text and 'value="Mina Aydın"' in response.text
    assert "schon" not in response.text.split("<form")[1].split("</form>")[0]  # a known name is no mistake


def test_a_known_name_gets_a_number(visitor, partner, mailoutbox):
    visitor.post(sign_up(visitor, mailoutbox, name=partner.name))
    assert Partner.objects.get(email="mina@linde.example").name == f"{partner.name} (2)"


def test_a_mail_server_that_sleeps_is_asked_again(visitor, mailoutbox, settings):
    backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    visitor.post(reverse("partner:sign_up"), FORM)
    requests.answer_due()
    waiting = PartnerRequest.objects.get()
    assert waiting.sent_at is None and "Mailserver" in waiting.error and waiting.due_at > timezone.now()
    settings.EMAIL_BACKEND = backend
    requests.answer_due(timezone.now() + datetime.timedelta(minutes=1))
    assert [mail.to for mail in mailoutbox] == [["mina@linde.example"]]


def test_somebody_who_left_comes_back_with_one_catch_up(visitor, partner, mail_channel, publish, mailoutbox):
    had, missed = publish(title="Hatte sie schon"), None
    Delivery.objects.update(state="sent")
    visitor.post(reverse("partner:leave", args=[tokens.leaving_token(partner)]))
    missed = [publish(title=title) for title in ("Verpasst", "Auch verpasst")]
    visitor.post(sign_up(visitor, mailoutbox, email=partner.email.upper()))
    partner.refresh_from_db()
    assert (partner.status, partner.stopped_at, Partner.objects.count()) == ("active", None, 1)
    waiting = Delivery.objects.filter(state="waiting", channel=mail_channel)
    assert {row.version_id for row in waiting} == {posting.approved_id for posting in missed}
    assert len({row.bundle for row in waiting}) == 1
    assert had.approved.deliveries.get(channel=mail_channel).state == "sent"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"),
        (
            '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
    ],
)
def test_mail_programs_sign_out_with_one_post(visitor, partner, body, kind):
    address = reverse("partner:leave", args=[tokens.leaving_token(partner)])
    for _time in range(2):  # idempotent
        response = visitor.post(address, body, content_type=kind)
        assert response.status_code == 200 and not response.cookies
    partner.refresh_from_db()
    assert partner.status == "stopped"
    first = partner.stopped_at
    visitor.post(address, body, content_type=kind)
    partner.refresh_from_db()
    assert partner.stopped_at == first


def test_looking_at_the_link_changes_nothing(visitor, partner):
    address = reverse("partner:leave", args=[tokens.leaving_token(partner)])
    for ask in (visitor.get, visitor.head):
        assert ask(address).status_code == 200
    partner.refresh_from_db()
    assert partner.status == "active"


def test_a_forged_sign_out_stops_nobody(visitor, partner):
    token = tokens.leaving_token(partner)
    response = visitor.post(reverse("partner:leave", args=[token[:-2] + "xx"]))
    assert response.status_code == 404
    partner.refresh_from_db()
    assert partner.status == "active"


def test_an_invitation_is_answered_from_the_mailbox(visitor, mailoutbox, publish):
    partner = Partner.objects.create(name="Radio", kind="media", email="r@radio.example")
    requests.invite(partner)
    publish()
    requests.answer_due()
    assert not Delivery.objects.filter(channel__partner=partner).exists()
    (mail,) = mailoutbox
    assert mail.extra_headers["List-Unsubscribe-Post"]
    visitor.post(path_in(mail, "/partner/bestaetigen/"))
    partner.refresh_from_db()
    assert partner.status == "active" and partner.confirmed_at
    assert Delivery.objects.filter(channel__partner=partner).count() == 1


def test_an_invitation_to_an_old_address_is_worth_nothing(visitor, mailoutbox):
    partner = Partner.objects.create(name="Radio", kind="media", email="alt@radio.example")
    requests.invite(partner)
    requests.answer_due()
    Partner.objects.update(email="neu@radio.example")
    assert visitor.post(path_in(mailoutbox[0], "/partner/bestaetigen/")).status_code == 404


def test_no_thank_you_ends_the_invitation(visitor, mailoutbox):
    partner = Partner.objects.create(name="Radio", kind="media", email="r@radio.example")
    requests.invite(partner)
    requests.answer_due()
    visitor.post(path_in(mailoutbox[0], "/partner/abmelden/"))
    partner.refresh_from_db()
    assert partner.status == "stopped"


def test_a_second_channel_brings_nothing_twice(publish, partner, mail_channel):
    publish()
    second = partner.channels.create(key="zweiter", name="Zweiter", kind="package")
    publishing.catch_up(second)
    assert not second.deliveries.exists()
