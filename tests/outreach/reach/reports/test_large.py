"""Large tables: sent while they are read, with as many questions to the database for few ads as for many."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from channels.models import Channel, Link
from outreach.reach import released, releases
from outreach.reach.models import Counter
from outreach.reach.released import TOTAL, streaming
from outreach.reach.releases.calendar import published_at
from outreach.reach.reports.questions import questions
from postings.models import Posting

pytestmark = pytest.mark.django_db
MONDAY = datetime.date(2026, 11, 16)
WEEK = datetime.timedelta(days=7)
PAGES = ["", "schutz/", "schutz/buch/", "trichter/", "kosten/", *(f"fragen/{key}/" for key in questions())]


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def city(editor):
    """city(9): so many more ads on three channels, opened, and released one week later than before."""
    ways = [Channel.objects.create(key=f"w{n}", name=f"Weg {9 - n}", kind="job_page") for n in range(3)]
    made: list[Link] = []

    def make(ads: int, week: int = 0) -> None:
        monday = MONDAY + week * WEEK
        for number in range(len(made), len(made) + ads):
            ad = Posting.objects.create(
                slug=f"a{number}", title=f"Stelle {97 * number % 50}", created_by=editor
            )
            for way in ways:
                code = f"c{number}x{way.pk}"
                link = Link.objects.create(code=code, posting=ad, channel=way, created_at="2026-08-03T09:00Z")
                made.append(link)
                day = monday - datetime.timedelta(days=1)
                Counter.objects.create(
                    link=link, slot=day, kind="person", medium="link", total=number % 13 + 1
                )
        releases.release_due(published_at(monday))

    return make


def queries(reader, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        reply = reader.get(address)
        assert reply.status_code == 200
        if reply.streaming:
            next(reply.streaming_content)
    return len(found)


def test_questions_do_not_grow_with_ads(reader, city):
    city(4)
    addresses = [*(f"/reichweite/{page}" for page in PAGES), "/reichweite/tabelle.csv"]
    for address in addresses:  # what is loaded once is loaded
        reader.get(address)
    few = {address: queries(reader, address) for address in addresses}
    city(30, week=1)
    assert {address: queries(reader, address) for address in addresses} == few
    assert max(few.values()) <= 20


def test_the_table_is_sent_in_parts_and_whole(reader, city, monkeypatch):
    monkeypatch.setattr(streaming, "FEW", 2)
    monkeypatch.setattr(streaming, "MANY", 3)
    city(9)
    city(3, week=1)
    reply = reader.get("/reichweite/tabelle.csv")
    assert reply.streaming
    parts = list(reply.streaming_content)
    lines = [part.decode().splitlines() for part in parts]
    assert [len(some) for some in lines] == [1 + 2 * 3, 9, 9, 9, 3]  # the headings come with the first lines
    table = released.latest("posting-channel")
    whole = sorted(
        (table.label("posting", ad), ad, table.label("channel", channel), figure.value)
        for (ad, channel), figure in table.inner().items()
    )  # fmt: skip
    shown = [
        f"2026-11-22;{ad};{way};{value or 'unter 5'};jedes Öffnen zählt;" for ad, _key, way, value in whole
    ]
    assert [line for some in lines for line in some][1:] == shown


def test_a_download_stays_with_its_release(city, monkeypatch):
    monkeypatch.setattr(streaming, "FEW", 2)
    city(12)
    begun = released.stream("posting-channel")
    before = {
        key: figure for key, figure in released.latest("posting-channel").cells.items() if TOTAL not in key
    }
    figures = [cell.figure for cell in next(begun.parts)]
    Counter.objects.update(total=400)
    city(2, week=1)
    figures += [cell.figure for part in begun.parts for cell in part]
    assert sorted(figures, key=str) == sorted(before.values(), key=str)
    assert begun.last == MONDAY - datetime.timedelta(days=1)


def test_keys_without_a_name_and_a_table_without_sums(publish):
    publish("posting-channel", ("posting", "channel"), {("4711", "12"): 30, ("4712", "12"): 2})
    assert [[(cell.one, cell.two) for cell in part] for part in released.stream("posting-channel").parts] == [
        [("4711", "12"), ("4712", "12")]
    ]
    assert [
        cell.figure.value for part in released.stream("posting-channel", "4711").parts for cell in part
    ] == [30]
    assert released.stream("nothing") is None
