"""The page for data protection: rules, budget, what is hidden, and the whole book."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import translation

from outreach.reach import releases
from outreach.reach.models import LedgerEntry
from outreach.reach.releases import registry
from outreach.reach.reports import book
from tests.outreach.reach.releases.conftest import NOW, ads, city

__all__ = ["ads", "city"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, person):
    client.force_login(person("administrator"))
    return client


def words(reply) -> str:
    assert reply.status_code == 200
    return " ".join(reply.content.decode().split())


def test_before_anything_was_released(reader):
    page = words(reader.get("/reichweite/schutz/buch/"))
    assert "Noch wurde keine Tabelle veröffentlicht" in page and "Noch steht nichts im Buch" in page
    assert "buch.csv" not in page


def test_what_was_released_and_why_something_is_hidden(reader, ads):
    ads(8)
    releases.release_due(NOW)
    page = words(reader.get("/reichweite/schutz/buch/"))
    assert "Berufsfeld und Kanal" in page and "2026-Q3" in page
    assert "die Kette ist vollständig" in page and "Bewiesen für" in page
    assert LedgerEntry.objects.first().digest in page
    assert "Abgerundete Zahlen kosten kein Budget" in page
    assert "style=" not in page and page.count("<h1") == 1
    assert "/reichweite/schutz/buch/" in words(reader.get("/reichweite/schutz/"))


def test_the_budget_is_shown(reader, ads, city):
    city(method="cell-key", budget_per_year=9.0)
    ads(8)
    releases.release_due(NOW)
    page = words(reader.get("/reichweite/schutz/buch/"))
    assert "mit Rauschen (höchstens 5" in page and ">9,00<" in page.replace(" ", "")


def test_a_broken_chain_and_switched_off_protection_are_told(reader, ads, settings):
    ads(4)
    releases.release_due(NOW)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM reach_ledgerentry WHERE number = 2")
    settings.REACH_SWITCHED_OFF = ["secondary"]
    page = words(reader.get("/reichweite/schutz/buch/"))
    assert "Die Kette der Einträge ist unterbrochen" in page
    assert "Schutz abgeschaltet (secondary)" in page


def test_the_book_as_a_table(reader, ads):
    ads(4)
    releases.release_due(NOW)
    rows = reader.get("/reichweite/schutz/buch.csv").content.decode().splitlines()
    assert len(rows) == 1 + LedgerEntry.objects.count()
    assert rows[0].startswith("\ufeffNummer;") and rows[1].startswith("1;")


def test_few_questions(reader, ads, django_assert_max_num_queries):
    ads(8)
    releases.release_due(NOW)
    with django_assert_max_num_queries(35):
        reader.get("/reichweite/schutz/buch/")


@pytest.mark.parametrize("page", ["", "?seite=0", "?seite=999", "?seite=x"])
def test_pages_that_do_not_exist(reader, ads, page):
    ads(4)
    releases.release_due(NOW)
    assert reader.get(f"/reichweite/schutz/buch/{page}").status_code == 200


def test_every_table_has_an_english_name():
    with translation.override("en"):
        for table in registry.tables():
            assert book._title(table.name) != table.title
    assert book._title("gone") == "gone"
