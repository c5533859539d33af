"""Costs: entered by staff, set beside released months, told as ranges."""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal

import pytest

from channels.models import Channel
from outreach.reach.models import ChannelCost
from outreach.reach.reports.costs.rates import Rate, groups, told
from outreach.reach.reports.spans import Span

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


@pytest.fixture
def reader(client, person, time_machine):
    time_machine.move_to(NOW, tick=False)
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def radio(db):
    return Channel.objects.create(key="radio", name="Kanal radio", kind="job_page")


@pytest.fixture
def schule(db):
    return Channel.objects.create(key="schule", name="Kanal schule", kind="job_page")


def entry(channel: Channel, **more) -> dict[str, str]:
    entered = {"channel": channel.pk, "first": "2026-04-01", "last": "2026-05-01", "amount": "120,50"}
    return {**entered, **more}


def spend(channel: Channel, first: tuple[int, int], last: tuple[int, int], amount: str) -> ChannelCost:
    days = {"first": datetime.date(*first, 1), "last": datetime.date(*last, 1)}
    return ChannelCost.objects.create(channel=channel, amount=Decimal(amount), **days)


@pytest.fixture
def months(publish, radio, schule):
    """April to June: 100 openings each month by radio, 3 in all by the school."""
    counts = {(f"2026-0{month}", str(radio.pk)): 100 for month in (4, 5, 6)}
    publish("channel-month", ("month", "channel"), {**counts, ("2026-04", str(schule.pk)): 3})


def words(reply) -> str:
    return " ".join(reply.content.decode().split())


def test_enter_and_delete(reader, radio):
    assert reader.post("/reichweite/kosten/", entry(radio)).status_code == 302
    cost = ChannelCost.objects.get()
    assert (cost.amount, cost.first, cost.last) == (
        Decimal("120.50"), datetime.date(2026, 4, 1), datetime.date(2026, 5, 1),
    )  # fmt: skip
    page = words(reader.get("/reichweite/kosten/"))
    assert "April 2026 bis Mai 2026" in page
    assert "120,50 €" in page
    assert reader.post(f"/reichweite/kosten/{cost.pk}/loeschen/").status_code == 302
    assert not ChannelCost.objects.exists()
    assert "Noch ist nichts eingetragen." in words(reader.get("/reichweite/kosten/"))


def test_without_costs_the_question_leads_to_entering_them(reader):
    page = words(reader.get("/reichweite/fragen/kosten/"))
    assert "sobald Kosten eingetragen und die Aufrufe derselben Monate veröffentlicht sind" in page
    assert re.search(r'o-empty">.*href="/reichweite/kosten/".*Kosten eintragen.*</div>', page)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": "-1"}, "Kosten sind nie kleiner als null."),
        ({"amount": "viel"}, "Bitte schreiben Sie einen Betrag in Euro, zum Beispiel 120,50."),
        ({"amount": ""}, "amount"),
        ({"last": "2026-03-01"}, "Das Ende liegt vor dem Anfang."),
        ({"first": "1999-01-01"}, "first"),
        ({"first": "quatsch"}, "first"),
        ({"channel": "4711"}, "channel"),
    ],
)
def test_wrong_entries_are_told_and_kept(reader, radio, wrong, said):
    answer = reader.post("/reichweite/kosten/", {**entry(radio, note="Anzeige"), **wrong})
    assert answer.status_code == 422
    assert said in words(answer)
    assert 'value="Anzeige"' in words(answer)
    assert not ChannelCost.objects.exists()


def test_no_month_of_a_channel_twice(reader, radio, schule):
    spend(radio, (2026, 5), (2026, 7), "10")
    assert "schon Kosten eingetragen" in words(reader.post("/reichweite/kosten/", entry(radio)))
    assert reader.post("/reichweite/kosten/", entry(schule)).status_code == 302


def test_the_report(reader, months, radio, schule):
    spend(radio, (2026, 4), (2026, 4), "50")
    spend(radio, (2026, 6), (2026, 6), "54")
    spend(schule, (2026, 4), (2026, 4), "80")
    page = words(reader.get("/reichweite/fragen/kosten/"))
    assert "Am wenigsten kostet ein Aufruf über „Kanal radio“: 0,50 € bis 0,52 €." in page
    assert "Der Abstand zu allen anderen ist gesichert." in page
    assert "mindestens 20,00 €" in page
    assert 'href="/reichweite/kosten/"' in page
    lines = reader.get("/reichweite/fragen/kosten/datei.csv").content.decode().splitlines()
    assert lines[1] == "Gruppe 1;Kanal radio;104,00;200 bis 208;200;208;0,50 € bis 0,52 €"
    assert lines[2] == "Gruppe 2;Kanal schule;80,00;unter 5;0;4;mindestens 20,00 €"


def test_months_not_released_yet_wait(reader, months, radio, schule):
    spend(radio, (2026, 4), (2026, 4), "50")
    spend(schule, (2026, 6), (2026, 7), "50")
    page = words(reader.get("/reichweite/fragen/kosten/"))
    assert "Noch ohne Zahlen, weil die Monate nicht veröffentlicht sind: Kanal schule." in page


def test_only_who_works_with_channels_or_reports_may_enter(client, person):
    client.force_login(person("editor"))
    assert client.get("/reichweite/kosten/").status_code == 403
    assert "/reichweite/kosten/" not in words(client.get("/reichweite/fragen/kosten/"))


def rate(name: str, amount: str, lower: int, upper: int | None) -> Rate:
    return Rate(name, name, Decimal(amount), Span(lower, upper))


def test_rates_as_words():
    assert told(rate("a", "100", 50, 54)) == "1,85 € bis 2,00 €"
    assert told(rate("a", "14", 9, 12)) == "1,16 € bis 1,56 €"  # outwards: 1.1666… to 1.5555…
    assert told(rate("a", "11", 10, 10)) == "1,10 € bis 1,10 €"
    assert told(rate("a", "100", 0, 4)) == "mindestens 25,00 €"
    assert told(rate("a", "100", 0, 0)) == "noch kein Aufruf"
    assert told(rate("a", "100", 20, None)) == "0,00 € bis 5,00 €"
    assert math.isinf(rate("a", "100", 0, 0).range[0])


def test_close_rates_share_a_group():
    found = groups([rate("a", "100", 100, 104), rate("b", "100", 90, 94), rate("c", "9000", 90, 94)])
    assert [[one.name for one in group] for group in found] == [["a", "b"], ["c"]]
