"""Released tables over REST: exactly what was released, for staff alone."""

from __future__ import annotations

import datetime
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.renderers import JSONRenderer

from outreach.demo import year
from outreach.reach import released
from outreach.reach.api.views import as_json
from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.released import printing
from tests.outreach.reach.attacks.conftest import NOW
from tests.postings.api.conftest import client_of

pytestmark = pytest.mark.django_db
TABLES = "/api/v1/reach/tables/"


@pytest.fixture
def a_year(db):
    return year.load(NOW, postings=3, channels=3, weeks=4)


def test_every_release_is_listed_and_read(person, a_year):
    api = client_of(person("reporting"))
    rows = api.get(TABLES).json()["tables"]
    assert len(rows) == len(released.releases()) >= 4
    assert [row["last"] for row in rows] == sorted(row["last"] for row in rows)
    newest = rows[-1]
    content = json.loads(api.get(f"{TABLES}{newest['name']}/{newest['last']}/").getvalue())
    assert {key: content[key] for key in newest} == newest
    table = released.latest(newest["name"])
    assert {tuple(cell["key"]): (cell["value"], cell["lower"]) for cell in content["cells"]} == {
        key: (figure.value, figure.lower) for key, figure in table.cells.items()
    }
    assert content["dimensions"] == list(table.dimensions) and content["threshold"] == table.threshold


def test_what_was_not_released(person, a_year):
    api = client_of(person("editor"))
    for path in ("posting-channel/2020-01-05/", "nothing/2026-11-22/", "posting-channel/2026-02-31/"):
        assert api.get(TABLES + path).status_code == 404


def test_only_staff(person, a_year):
    assert client_of(person()).get(TABLES).status_code == 403
    api = client_of(person("outreach"))
    assert api.get(TABLES).status_code == 200
    assert api.post(TABLES, {}).status_code in (403, 405)


def plain(table: released.Table) -> dict:
    """A table as it was sent before it was sent in parts."""
    cells = [{"key": list(key), **figure._asdict()} for key, figure in table.cells.items()]
    facts = {name: getattr(table, name) for name in table.__dataclass_fields__ if name != "cells"}
    return json.loads(JSONRenderer().render(facts | {"cells": cells}))


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_every_table_is_sent_whole_whatever_its_parts(a_year, monkeypatch, size):
    monkeypatch.setattr(printing, "_KEYS", size)
    monkeypatch.setattr(printing, "_FIGURES", size)
    quarter = Release.objects.create(
        table="family-channel", period="2026-Q2", first="2026-03-30", until="2026-06-29", measure="openings",
        protection_class="clicks", dimensions=["family", "channel"], method="rounding", base=5, threshold=5,
        digest="0" * 64,
    )  # fmt: skip
    for one, two in (("care", "1"), ("it", "1"), ("care", "*"), ("it", "*"), ("*", "*")):
        ReleasedFigure.objects.create(release=quarter, one=one, two=two, lower=0, upper=4, reason="small")
    entries = released.releases()
    assert {entry.name for entry in entries} == {"posting-channel", "family-channel"}
    for entry in entries:
        sent = json.loads(b"".join(as_json(*released.printed(entry.name, entry.last))))
        wanted = plain(released.of_day(entry.name, entry.last))
        assert sorted(sent.pop("cells"), key=str) == sorted(wanted.pop("cells"), key=str)
        assert sent == wanted


def test_a_large_table_is_read_some_ads_at_a_time(person, a_year, monkeypatch):
    monkeypatch.setattr(printing, "_KEYS", 2)
    api, newest = client_of(person("reporting")), Release.objects.filter(running=True).first()
    address = f"{TABLES}{newest.table}/{newest.last_day}/"
    with CaptureQueriesContext(connection) as first:
        reply = api.get(address)
        head = next(reply.streaming_content)
    assert reply["Content-Type"] == "application/json"
    assert head.endswith(b',"cells":[')
    assert not [one for one in first if '"upper"' in one["sql"]]  # no figure so far
    part = next(reply.streaming_content)
    keys = {cell["key"][0] for cell in json.loads(b"[" + part + b"]")}
    assert len(keys) == 2
    reply.close()


def test_a_table_stays_that_release(a_year, monkeypatch):
    """Also if the next one comes out while it is sent."""
    monkeypatch.setattr(printing, "_KEYS", 1)
    newest = Release.objects.filter(table="posting-channel").first()
    before = released.of_day("posting-channel", newest.last_day).cells
    _table, parts = released.printed("posting-channel", newest.last_day)
    sent = dict(next(parts))
    later = newest.until + datetime.timedelta(days=7)
    Release.objects.create(
        table=newest.table, period=str(later), first=newest.first, until=later, measure=newest.measure,
        protection_class=newest.protection_class, dimensions=newest.dimensions, method=newest.method,
        base=5, threshold=5, running=True, head_id=newest.series, digest="1" * 64,
    )  # fmt: skip
    newest.figures.filter(pk__gt=0).end(later)
    for part in parts:
        sent |= dict(part)
    assert sent == before


def test_a_table_without_figures(db):
    Release.objects.create(
        table="posting-channel", period="2026-09-27", first="2026-01-05", until="2026-09-28",
        measure="openings", protection_class="clicks", dimensions=["posting", "channel"], method="rounding",
        base=5, threshold=5, running=True, digest="0" * 64,
    )  # fmt: skip
    text = b"".join(as_json(*released.printed("posting-channel", datetime.date(2026, 9, 27))))
    assert json.loads(text)["cells"] == []
