"""First openings of a device: read by the suite, safe as they are, and a leak in a table of their own."""

from __future__ import annotations

import datetime
from dataclasses import replace
from importlib import import_module

import pytest

from outreach.demo.year import openings
from outreach.reach import releases
from outreach.reach.models import Counter, Deduplication, Release
from outreach.reach.opening.configuration import CountingRules
from outreach.reach.protection import settings as protection
from outreach.reach.releases import quarters, registry
from outreach.reach.releases.openings import count
from tests.outreach.reach.attacks.test_protections import BREAKS, QUARTER, QUARTERS, succeeded
from tests.outreach.reach.releases.conftest import BEGAN, NOW, ads  # noqa: F401

NAME = "device-channel"


@pytest.fixture
def on(monkeypatch):
    """A city that tells devices apart for 30 minutes, since ever."""
    rules = CountingRules(deduplicate_minutes=30)
    monkeypatch.setattr(openings, "counting_rules", lambda: rules)
    monkeypatch.setattr(import_module("outreach.demo.year.load"), "counting_rules", lambda: rules)


@pytest.fixture
def hidden_fours(db, ads):  # noqa: F811
    """Two channels with ten ads each, all of them opened four times, by four devices."""
    Deduplication.objects.create(since=BEGAN.date() - datetime.timedelta(days=100), minutes=30)
    for link in ads(10):
        Counter.objects.filter(link=link).delete()
        Counter.objects.create(link=link, slot=BEGAN.date(), kind="first", medium="link", total=4)


def release_all() -> None:
    """In the week the ads began, and when their quarter has settled."""
    releases.release_due(BEGAN + datetime.timedelta(days=7))
    releases.release_due(NOW)
    assert Release.objects.filter(table=NAME).exists()


@pytest.fixture
def naive(monkeypatch):
    """The obvious way: first openings per channel as a table of their own, each number rounded by itself."""

    def firsts(period):
        found: dict[tuple[str, str], int] = {}
        for atom, number in count(period).items():
            if atom[-1].startswith("first"):
                found[atom[-1], atom[1]] = found.get((atom[-1], atom[1]), 0) + number
        return found

    ours = registry.find(NAME)
    own = replace(ours, source=registry.Source("firsts", ours.dimensions, firsts), key=lambda atom: atom)
    known = [table for table in registry.tables("quarter") if table.name != NAME]
    monkeypatch.setattr(
        quarters, "tables", lambda period: [*known, own] if period == "quarter" else registry.tables(period)
    )


def test_a_table_of_its_own_would_tell_hidden_cells(hidden_fours, naive, attacked):
    release_all()
    outcomes = attacked.by(attacked.fetch(), "differencing", "reconstruction")
    assert "differencing" in succeeded(outcomes)
    assert outcomes["differencing"].right >= 20  # every cell


def test_the_partition_tells_none(hidden_fours, attacked):
    release_all()
    outcomes = attacked.by(attacked.fetch())
    assert succeeded(outcomes) == set(), [outcome.examples for outcome in outcomes.values()]


def test_nothing_is_learned_of_a_year_that_tells_devices_apart(make_year, on, attacked):
    outcomes = make_year()
    assert succeeded(outcomes) == set(), [outcome.examples for outcome in outcomes.values()]
    told = [table for table in attacked.fetch().tables if table.name == NAME]
    assert told and any(shown.value for table in told for shown in table.cells.values())
    assert (
        not outcomes["differencing"].learned[1:2]
        or "widersprechen" not in outcomes["differencing"].learned[1]
    )


@pytest.mark.parametrize("name", BREAKS)
def test_every_protection_is_needed_there_too(make_year, on, settings, name):
    settings.REACH_SWITCHED_OFF = [name]
    size = QUARTER if name in ("secondary", "ledger") else {"postings": 10, "channels": 4, "weeks": 6}
    assert succeeded(make_year(*BREAKS[name], **size)) & BREAKS[name]


@pytest.mark.long
@pytest.mark.timeout(900)
def test_with_noise(make_year, on, monkeypatch, attacked):
    current = protection.current
    monkeypatch.setattr(
        protection, "current", lambda: replace(current(), method="cell-key", budget_per_year=40.0)
    )
    assert succeeded(make_year(**QUARTERS)) == set()
    assert NAME in attacked.fetch().names()


@pytest.mark.long
@pytest.mark.timeout(900)
def test_nothing_is_learned_of_the_whole_demo_year(make_year, on):
    assert succeeded(make_year(postings=200, channels=12, weeks=52)) == set()
