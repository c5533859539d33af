"""Before the start: each thing that is wrong is one sentence with the next step."""

from __future__ import annotations

import socket

import pytest
from django.db import connection

from outreach.processes import preflight
from outreach.processes.preflight import NotReady


def test_a_taken_port(settings):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings.HOST, settings.PORT = "127.0.0.1", taken.getsockname()[1]
        with pytest.raises(NotReady, match=f"PORT={settings.PORT + 1} make run"):
            preflight.port()
    preflight.port()


def test_an_unknown_host(settings):
    settings.HOST, settings.PORT = "gibt-es-nicht.invalid", 8000
    with pytest.raises(NotReady, match="HOST=gibt-es-nicht"):
        preflight.port()


def test_a_folder_that_cannot_be_written(settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.DATA_DIR = tmp_path / "file"
    with pytest.raises(NotReady, match=r"DATA_DIR=/pfad"):
        preflight.data_dir()
    settings.DATA_DIR = tmp_path / "new"
    preflight.data_dir()
    assert list(settings.DATA_DIR.iterdir()) == []


@pytest.mark.django_db
class TestDatabase:
    def test_a_good_one(self, monkeypatch):
        monkeypatch.setattr(connection, "close", lambda: None)
        preflight.database()

    def test_one_that_only_reads(self, monkeypatch):
        monkeypatch.setattr(connection, "close", lambda: None)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = ON")
        try:
            with pytest.raises(NotReady, match=r"nicht beschreiben.*readonly"):
                preflight.database()
        finally:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA query_only = OFF")


def test_errors_of_checks_are_told_all_at_once(settings, monkeypatch, db):
    settings.HOST, settings.PUBLIC_URL = "0.0.0.0", ""
    settings.CITY_PROFILE = "/gibt/es/nicht.toml"
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    with pytest.raises(NotReady) as error:
        preflight.system_checks()
    assert "outreach.E020" in str(error.value)
    assert "outreach.E021" in str(error.value)


def test_warnings_do_not_stop_the_start(settings, db):
    settings.PUBLIC_URL = "http://stellen.stadt.example"
    (warning,) = preflight.system_checks()
    assert "outreach.W022" in warning


def test_a_rule_with_a_mistake(monkeypatch):
    from postings.review import rulebook

    def broken():
        raise rulebook.RulebookError(["age/alter.toml, Regel „jung“: es fehlt die Quelle."])

    monkeypatch.setattr(rulebook, "load", broken)
    with pytest.raises(NotReady, match=r"age/alter\.toml"):
        preflight.rules()


def test_language_data_that_is_missing(monkeypatch):
    def broken(text):
        raise FileNotFoundError("persons.tsv")

    monkeypatch.setattr(preflight, "review", broken)
    with pytest.raises(NotReady, match=r"Sprachdaten.*persons\.tsv"):
        preflight.language()


class TestBroker:
    def test_embedded(self, settings, tmp_path):
        settings.CELERY_BROKER_URL, settings.DATA_DIR = "embedded://localhost", tmp_path
        assert preflight.broker_answers()

    @pytest.mark.parametrize("scheme", ["redis", "amqp"])
    def test_a_server(self, settings, scheme):
        with socket.create_server(("127.0.0.1", 0)) as server:
            settings.CELERY_BROKER_URL = f"{scheme}://a:b@127.0.0.1:{server.getsockname()[1]}/0"
            assert preflight.broker_answers()
        assert not preflight.broker_answers()
