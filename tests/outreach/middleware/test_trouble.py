"""A database that cannot be written gives the typed text back instead of losing it."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import Client

TEXT = "Wir suchen eine Person für das Wohngeld.\n\n## Aufgaben\n- Anträge prüfen <und> bescheiden"


@pytest.fixture
def read_only(db):
    """The real thing: SQLite refuses every write from here on."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = OFF")


@pytest.fixture
def writer(editor) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    return client


def test_the_typed_text_comes_back_when_nothing_can_be_written(writer, read_only, caplog):
    response = writer.post("/ausschreibungen/neu/", {"title": "Wohngeld", "text": TEXT})
    page = response.content.decode()
    assert response.status_code == 503
    assert "Anträge prüfen &lt;und&gt; bescheiden" in page
    assert "<textarea" in page and "readonly" in page
    assert "nicht gespeichert" in page
    assert response["Retry-After"]
    assert TEXT not in caplog.text  # what people write is not for the log


def test_reading_goes_on(writer, read_only):
    assert writer.get("/ausschreibungen/").status_code == 200


def test_a_failing_session_store_is_no_500_either(monkeypatch, db, editor):
    """Errors outside of views come to handler500, which knows them too."""

    def broken(*args, **kwargs):
        raise OperationalError("database is locked")

    client = Client(raise_request_exception=False)
    client.force_login(editor)
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", broken)
    response = client.post("/ausschreibungen/neu/", {"title": "x", "text": TEXT})
    assert response.status_code == 503
    assert "Anträge prüfen" in response.content.decode()


def test_programs_get_the_one_error_form(monkeypatch, db):
    def broken(*args, **kwargs):
        raise OperationalError("disk is full")

    monkeypatch.setattr("outreach.people.models.AccessTokenQuerySet.valid", broken)
    client = Client(raise_request_exception=False)
    response = client.get("/api/v1/postings/", headers={"Authorization": "Bearer x"})
    assert response.status_code == 503
    assert response.json()["errors"][0]["code"] == "service_unavailable"
