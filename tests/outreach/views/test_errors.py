"""Pages for what went wrong: the right status, words that help, typed text given back."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
TEXT = "Wir suchen eine Person für das Wohngeld, und dies ist ein langer Text."


def test_a_page_that_is_not_there(client):
    response = client.get("/gibt/es/nicht/")
    assert response.status_code == 404
    assert "<h1" in response.content.decode()


def test_a_page_one_may_not_see(client, person):
    client.force_login(person())
    response = client.get("/ausschreibungen/")
    assert response.status_code == 403
    assert "<h1" in response.content.decode()


def test_too_much_at_once(client, editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    client.force_login(editor)
    response = client.post("/ausschreibungen/neu/", {"title": "x", "text": "x" * 5000})
    assert response.status_code == 413
    assert "zu groß" in response.content.decode()


def test_two_megabytes_of_text_are_not_too_much_for_the_service(client, editor):
    client.force_login(editor)
    response = client.post("/ausschreibungen/neu/", {"title": "x", "text": "Wort " * 400_000})
    assert response.status_code != 500


def test_a_form_that_was_open_too_long_gives_the_text_back(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post("/ausschreibungen/neu/", {"title": "Wohngeld", "text": TEXT})
    page = response.content.decode()
    assert response.status_code == 403
    assert TEXT in page
    assert "zu lange offen" in page
    assert "Das Formular wurde nicht angenommen</h1>" in page


def test_a_session_that_ended_while_writing_gives_the_text_back(client):
    sent_from = "http://testserver/ausschreibungen/neu/"
    response = client.post(
        "/ausschreibungen/neu/", {"title": "x", "text": TEXT}, headers={"referer": sent_from}
    )
    page = response.content.decode()
    assert response.status_code == 403
    assert TEXT in page
    assert "Sie sind nicht mehr angemeldet</h1>" in page
    assert 'href="/konto/login/?next=%2Fausschreibungen%2Fneu%2F"' in page


@pytest.mark.parametrize(
    ("sent_from", "back"),
    [
        ("http://testserver/ausschreibungen/1/", "/ausschreibungen/1/"),
        ("https://boese.example/ausschreibungen/1/", "/"),
        ("", "/"),
    ],
)
def test_signing_in_after_a_button_leads_to_a_page_that_opens(client, sent_from, back):
    """The address of the button itself answers to nothing but the button."""
    response = client.post("/ausschreibungen/1/freigeben/", headers={"referer": sent_from})
    assert response.status_code == 302
    assert response.url == f"/konto/login/?next={back}"


def test_passwords_are_never_given_back():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/konto/login/", {"login": "a@b.example", "password": "geheim " * 20})
    assert response.status_code == 403
    assert "geheim" not in response.content.decode()


def test_a_wrong_host_is_refused(client):
    response = client.get("/impressum/", HTTP_HOST="boese.example")
    assert response.status_code == 400


def test_programs_get_the_one_error_form(client):
    response = client.get("/api/v1/gibtsnicht/")
    assert response.status_code == 404
    assert response.json()["type"] == "client_error"


def test_an_error_of_ours_gives_the_text_back_too(editor, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("kaputt")

    monkeypatch.setattr("postings.workflow.create", broken)
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    response = client.post("/ausschreibungen/neu/", {"title": "Wohngeld", "text": TEXT})
    assert response.status_code == 500
    assert TEXT in response.content.decode()
    assert "kaputt" not in response.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500, 503])
def test_every_error_page_has_its_template_and_one_heading(rf, status, settings):
    from outreach.views import errors

    response = errors.page(rf.get("/"), status)
    page = response.content.decode()
    assert response.status_code == status
    assert page.count("<h1") == 1
    assert "footer" in page  # the designed page, not the plain one for emergencies
