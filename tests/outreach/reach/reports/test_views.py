"""The report pages: what they say, who may read them, and that they read releases only."""

from __future__ import annotations

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
from django.db.models import QuerySet

from channels.models import Link
from outreach.reach import releases, summary
from outreach.reach.models import Counter
from outreach.reach.reports.questions import questions

DUE = datetime.datetime(2026, 11, 17, 6, 0, tzinfo=ZoneInfo("Europe/Berlin"))
WEEK = datetime.timedelta(days=7)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, person, time_machine):
    time_machine.move_to(DUE + WEEK - datetime.timedelta(hours=1), tick=False)
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def released(link, make_channel):
    """12 by the association, 7 by the radio, 1 by the school."""
    codes = {
        12: link,
        7: Link.objects.create(code="radi2222", posting=link.posting, channel=make_channel("radio")),
        1: Link.objects.create(code="schu2222", posting=link.posting, channel=make_channel("schule")),
    }
    Link.objects.update(created_at=DUE - 2 * WEEK)
    for total, code in codes.items():
        Counter.objects.create(link=code, slot=DUE.date() - WEEK, kind="person", medium="link", total=total)
    return releases.release_due(DUE)


@pytest.fixture
def no_counters(released, monkeypatch):
    """From here on nobody may read the counters."""
    fetch_all, iterate = QuerySet._fetch_all, QuerySet.iterator

    def guard(original):
        def guarded(self, *args, **kwargs):
            if "reach_counter" in str(self.query):
                raise AssertionError("A page reads the live counters.")
            return original(self, *args, **kwargs)

        return guarded

    monkeypatch.setattr(QuerySet, "_fetch_all", guard(fetch_all))
    monkeypatch.setattr(QuerySet, "iterator", guard(iterate))
    monkeypatch.setattr(QuerySet, "aggregate", guard(QuerySet.aggregate))
    monkeypatch.setattr(QuerySet, "count", guard(QuerySet.count))
    monkeypatch.setattr(QuerySet, "exists", guard(QuerySet.exists))


def words(reply) -> str:
    assert reply.status_code == 200
    return " ".join(reply.content.decode().split())


def test_overview(reader, no_counters):
    page = words(reader.get("/reichweite/"))
    assert "Welche Kanäle bringen Menschen zu unseren Stellen?" in page
    assert "Die meisten Aufrufe gab es über „Kanal verein“ (10 bis 14), aber der Unterschied" in page
    assert "Stand: bis 15. November 2026, veröffentlicht am 17. November 2026" in page
    assert "Dienstag, 24. November 2026 um 6:00 Uhr" in page
    assert 'href="/reichweite/schutz/"' in page
    assert 'src="/reichweite/fragen/kanaele/bild-wide.svg"' in page
    for question in questions():
        assert f'href="/reichweite/fragen/{question}/"' in page
    assert "style=" not in page
    assert page.count("<h1") == 1


def test_posting(reader, no_counters, posting):
    page = words(reader.get(f"/reichweite/{posting.pk}/"))
    assert "Über welche Kanäle wird „Sachbearbeitung Wohngeld“ geöffnet?" in page
    assert "unter 5" in page
    assert (
        page.index('"row">Kanal verein') < page.index('"row">Kanal radio') < page.index('"row">Kanal schule')
    )
    assert "style=" not in page


def test_the_live_counters_do_not_change_a_page(reader, released, posting):
    addresses = ["/reichweite/", f"/reichweite/{posting.pk}/", "/reichweite/tabelle.csv"]
    before = [without_token(reader.get(address)) for address in addresses]
    Counter.objects.update(total=4000)
    assert [without_token(reader.get(address)) for address in addresses] == before


def without_token(reply) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", reply.getvalue().decode())


def test_everything_hidden(reader, link, posting):
    Link.objects.update(created_at=DUE - 2 * WEEK)
    releases.release_due(DUE)
    assert "Noch nicht genug Daten: Überall waren es weniger als 5 Aufrufe" in words(
        reader.get("/reichweite/")
    )
    page = words(reader.get(f"/reichweite/{posting.pk}/"))
    assert "Noch nicht genug Daten" in page
    assert "unter 5" in page
    assert "<img" not in page


def test_before_the_first_release(reader, posting):
    page = words(reader.get("/reichweite/"))
    assert "Noch keine Zahlen" in page
    assert "frühestens am Dienstag, 24. November 2026 um 6:00 Uhr" in page
    assert "tabelle.csv" not in page
    assert "Noch keine Zahlen zu dieser Stelle" in words(reader.get(f"/reichweite/{posting.pk}/"))
    table = reader.get("/reichweite/tabelle.csv").getvalue().decode()
    assert table == "\ufeffStand bis;Stelle;Kanal;Aufrufe;Art der Zahl;Hinweis\r\n"


def test_a_posting_that_does_not_exist(reader):
    assert reader.get("/reichweite/4711/").status_code == 404


def test_protection_page(reader):
    page = words(reader.get("/reichweite/schutz/"))
    assert "So schützen wir die Zahlen" in page
    assert "Warum steht dort „unter 5“?" in page


def test_csv_is_exactly_what_was_released(reader, no_counters, posting):
    posting.title = "=HYPERLINK(1);x"
    posting.save()
    reply = reader.get("/reichweite/tabelle.csv")
    assert reply["Content-Type"] == "text/csv; charset=utf-8"
    assert reply["Content-Disposition"] == 'attachment; filename="reichweite-bis-2026-11-15.csv"'
    content = reply.getvalue()
    assert content.decode().splitlines() == [
        "\ufeffStand bis;Stelle;Kanal;Aufrufe;Art der Zahl;Hinweis",
        '2026-11-15;"\'=HYPERLINK(1);x";Kanal radio;5;jedes Öffnen zählt;',
        '2026-11-15;"\'=HYPERLINK(1);x";Kanal schule;unter 5;jedes Öffnen zählt;',
        '2026-11-15;"\'=HYPERLINK(1);x";Kanal verein;10;jedes Öffnen zählt;',
    ]
    assert reader.get(f"/reichweite/{posting.pk}/tabelle.csv").getvalue() == content
    assert len(reader.get("/reichweite/4711/tabelle.csv").getvalue().splitlines()) == 1


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\u00a0=1"])
def test_no_cell_is_a_formula(reader, released, posting, title):
    posting.title = title
    posting.save()
    rows = reader.get("/reichweite/tabelle.csv").getvalue().decode().splitlines()[1:]
    assert all(row.split(";")[1].lstrip('"').startswith("'") for row in rows)


PAGES = ["/reichweite/", "/reichweite/schutz/", "/reichweite/tabelle.csv", "/reichweite/{pk}/", "/reichweite/{pk}/tabelle.csv"]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("path", PAGES)
def test_access(client, person, released, posting, path):
    address = path.format(pk=posting.pk)
    assert client.get(address).status_code == 302
    client.force_login(person(name="ohne-rolle"))
    assert client.get(address).status_code == 403
    for role in ("reporting", "outreach", "editor", "approver", "administrator"):
        client.force_login(person(role, name=f"nur-{role}"))
        assert client.get(address).status_code == 200
        assert client.post(address).status_code == 405


def test_pages_make_few_queries(reader, released, make_channel, posting, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        reader.get("/reichweite/")


def test_week_sentence(released, no_counters):
    sentence = (
        "In der letzten Veröffentlichung wurden Ihre Stellen über 2 Kanäle mindestens 15-mal aufgerufen."
    )
    assert summary.week_sentence() == sentence


def test_week_sentence_with_nothing_to_say(link):
    assert summary.week_sentence() is None
    Link.objects.update(created_at=DUE - 2 * WEEK)
    releases.release_due(DUE)
    assert summary.week_sentence() is None
