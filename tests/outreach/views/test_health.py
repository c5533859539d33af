"""Liveness asks nothing; readiness is decided by database and language data, not by the broker."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from outreach.processes import preflight
from outreach.views import health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    health._known_migrated.cache_clear()
    health._reviewed.cache_clear()


def test_alive_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200


def test_ready(client, monkeypatch):
    monkeypatch.setattr(preflight, "broker_answers", lambda: True)
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "language": "ok", "broker": "ok"}


def test_the_second_question_is_cheap(client, django_assert_max_num_queries):
    client.get("/readyz")
    with django_assert_max_num_queries(1):
        client.get("/readyz")


def test_an_absent_broker_is_degraded(client, monkeypatch):
    monkeypatch.setattr(preflight, "broker_answers", lambda: False)
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"


def test_without_a_database_it_is_not_ready(client, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr("outreach.views.health.connection.cursor", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "failed"


def test_with_tables_missing_it_is_not_ready(client, monkeypatch):
    monkeypatch.setattr("django.db.migrations.executor.MigrationExecutor.migration_plan", lambda *a: ["one"])
    assert client.get("/readyz").json()["database"] == "failed"


def test_without_language_data_it_is_not_ready(client, monkeypatch):
    def broken(text):
        raise FileNotFoundError("lexicon")

    monkeypatch.setattr(health, "review", broken)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["language"] == "failed"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_only_reading(client, path):
    assert client.post(path).status_code == 405
    assert "no-cache" in client.get(path)["Cache-Control"]


def test_administrators_read_the_same_in_words(client, person, monkeypatch):
    monkeypatch.setattr(preflight, "broker_answers", lambda: False)
    client.force_login(person("administrator"))
    page = client.get("/einstellungen/").text
    assert "Zustand des Dienstes" in page and "In Ordnung" in page and "Gestört" in page
    assert "Sendungen gehen später hinaus" in page and 'href="/readyz"' in page


def test_others_read_nothing_of_it(client, person):
    client.force_login(person("reporting"))
    assert "Zustand des Dienstes" not in client.get("/einstellungen/").text
