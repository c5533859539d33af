"""The large city is what it says, and every report page is opened in it."""

from __future__ import annotations

import datetime

import pytest
from django.urls import resolve

from outreach.bench.years import asking, making, releasing
from outreach.reach import released
from outreach.reach.models import MonthCount, Rollup
from outreach.reach.releases.calendar import quarter
from outreach.reach.releases.registry import tables
from outreach.reach.rollups.counting import openings
from postings.models import Posting


@pytest.fixture
def small_city(db, monkeypatch):
    monkeypatch.setattr(making, "CHANNELS", 3)
    return making.make(0.0)


def test_what_is_made(small_city):
    assert small_city == Posting.objects.count() == 20
    assert MonthCount.objects.count() == 20 * 3
    week = released.latest("posting-channel")
    assert len(week.inner()) == 60
    assert week.cells["*", "1"].lower == sum(
        figure.lower for (_ad, channel), figure in week.inner().items() if channel == "1"
    )
    assert {"posting-channel", "family-channel", "channel-month"} <= set(released.names())
    assert all(extent.figures > extent.hidden for extent in released.extents())
    assert len(released.history("family-channel")) == making.QUARTERS
    # a new table whose keys are unknown to the measurement is not left out by accident
    period = quarter(2026, 1, making.UNTIL)
    every = [table for table in tables("quarter") if table.measure == "openings"]
    asked_for = {table.name for table in every if table.made_of(period)}
    assert asked_for <= set(released.names())
    spread = {posting.created_at.year for posting in Posting.objects.all()}
    assert spread == {2021, 2022, 2023, 2024, 2025, 2026}


def test_small_sums_and_sums_per_link_agree(small_city):
    last = making.UNTIL
    assert sum(Rollup.objects.values_list("total", flat=True)) == openings((), None, last + DAYS)[()]
    assert openings(("channel",), None, last + DAYS) == {
        (channel,): sum(
            total for (_ad, at), total in openings(("posting", "channel"), None, last + DAYS).items()
            if at == channel
        )
        for channel in (1, 2, 3)
    }  # fmt: skip


DAY = datetime.timedelta(days=1)
DAYS = 2 * DAY  # to the end of the month: its days are gone


def test_every_page_of_the_reports_is_asked_for(small_city):
    addresses = asking.addresses()
    assert {"/reichweite/", "/reichweite/1/", "/reichweite/tabelle.csv"} <= set(addresses)
    assert all(resolve(address.partition("?")[0]) for address in addresses)
    found = asking.ask()
    assert {"/reichweite/", "/reichweite/1/", "/reichweite/fragen/stellen/"} <= set(found["pages"])
    assert {"/reichweite/tabelle.csv", "/reichweite/fragen/kanaele/datei.csv"} <= set(found["files"])
    assert all(seconds > 0 for part in ("pages", "counts") for seconds in found[part].values())
    assert all(0 < first <= last for first, last in found["files"].values())
    assert "family × channel, fünf Jahre" in found["counts"]


def test_one_more_week_is_released(small_city, monkeypatch):
    monkeypatch.setattr(releasing, "RUNNING_WEEKS", 60)  # of twenty ads in five years, some still run
    before = released.latest("posting-channel")
    week = releasing.release()
    after = released.latest("posting-channel")
    assert after.last == before.last + 7 * DAY
    assert week["figures"] == len(after.cells) == len(before.cells)
    moved = {key for key, figure in after.cells.items() if figure != before.cells[key]}
    assert week["written"] == len(moved) > 0  # what was invented is what protection makes of the sums
