"""The legally required pages tell the truth, and a barrier can be reported without saying who one is."""

from __future__ import annotations

import smtplib
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend

ROOT = Path(__file__).parents[3]
REPORT = {
    "description": "Der Knopf lässt sich nicht mit der Tastatur bedienen.",
    "page": "/stellen/",
    "email": "",
}
PATH = "/barrierefreiheit/"


@pytest.fixture(autouse=True)
def nobody_reported_yet():
    cache.clear()
    yield
    cache.clear()


def test_the_imprint_is_the_citys(client):
    page = client.get("/impressum/").content.decode()
    assert "Landeshauptstadt Hannover" in page
    assert "0511 168-0" in page


def test_the_privacy_page_says_how_counting_works(client):
    page = client.get("/datenschutz/").content.decode()
    for truth in ("keine Cookies", "erhöht sich ein Zähler", "unter 5", "Do Not Track", "datenschutz@"):
        assert truth in page


def test_the_declaration_names_form_and_arbitration(client):
    page = client.get(PATH).content.decode()
    for part in ("<form", "Schlichtungsstelle", "teilweise vereinbar", "22. November 2026"):
        assert part in page


@pytest.mark.parametrize("path", ["/impressum/", "/datenschutz/", PATH])
def test_pages_have_one_heading_and_need_nothing_of_the_reader(client, path):
    response = client.get(path)
    page = response.content.decode()
    assert page.count("<h1") == 1
    assert 'lang="de"' in page
    assert "csrf" not in page
    assert not response.cookies


def test_a_report_reaches_the_city(client, mailoutbox):
    response = client.post(PATH, {**REPORT, "email": "leser@beispiel.example"})
    (mail,) = mailoutbox
    assert response.status_code == 200
    assert "Danke" in response.content.decode()
    assert mail.to == ["barrierefreiheit@hannover.example"]
    assert mail.reply_to == ["leser@beispiel.example"]
    assert REPORT["description"] in mail.body
    assert not response.cookies


def test_nobody_has_to_say_who_they_are(client, mailoutbox):
    client.post(PATH, REPORT)
    assert mailoutbox[0].reply_to == []


def test_the_report_goes_to_whichever_city_runs_it(client, mailoutbox, settings):
    settings.CITY_PROFILE = ROOT / "outreach/profiles/musterstadt.toml"
    client.post(PATH, REPORT)
    assert mailoutbox[0].to == ["barrierefreiheit@musterstadt.example"]
    assert mailoutbox[0].from_email == "stellen@musterstadt.example"


def test_an_incomplete_report_keeps_what_was_typed(client, mailoutbox):
    response = client.post(PATH, {**REPORT, "email": "kein-at"})
    page = response.content.decode()
    assert response.status_code == 422
    assert REPORT["description"] in page
    assert "nicht vollständig" in page
    assert mailoutbox == []


def test_programs_that_fill_in_every_field_are_thanked_and_forgotten(client, mailoutbox):
    response = client.post(PATH, {**REPORT, "website": "https://spam.example"})
    assert "Danke" in response.content.decode()
    assert mailoutbox == []


def test_line_breaks_in_an_address_reach_no_mail_header(client, mailoutbox):
    client.post(PATH, {**REPORT, "email": "a@b.example\nBcc: c@d.example"})
    assert mailoutbox == []


def test_many_reports_from_one_place_are_stopped_and_their_text_is_kept(client, mailoutbox):
    for _ in range(5):
        assert client.post(PATH, REPORT).status_code == 200
    response = client.post(PATH, REPORT)
    assert response.status_code == 429
    assert REPORT["description"] in response.content.decode()
    assert len(mailoutbox) == 5
    assert client.post(PATH, REPORT, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_mail_server_that_is_away_loses_nothing(client, monkeypatch):
    def away(self, messages):
        raise smtplib.SMTPConnectError(421, "away")

    monkeypatch.setattr(EmailBackend, "send_messages", away)
    response = client.post(PATH, REPORT)
    assert response.status_code == 503
    assert REPORT["description"] in response.content.decode()
    assert "konnte gerade nicht verschickt werden" in response.content.decode()
