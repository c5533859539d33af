"""A small demo year, released by the rules in force; and the suite run on it as anybody would."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from outreach.demo import year
from outreach.reach.attacks.knowledge.publication import Publication
from outreach.reach.attacks.registry import Outlook
from outreach.reach.attacks.running import exits, fetching, judging, suite
from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.protection import settings as protection
from outreach.reach.releases import quarters
from postings.api.throttles import COUNTS

NOW = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(autouse=True)
def nobody_asked_before():
    """The suite asks often; no test waits for another one's questions to be forgotten."""
    COUNTS.clear()


@pytest.fixture
def reader(person):
    return person("reporting")


class Attacked:
    """The live configuration in an attacker's hands."""

    def __init__(self, reader) -> None:
        self.reader = reader

    def fetch(self) -> Publication:
        """Everything that is published now."""
        with exits.InProcess(self.reader) as live:
            return fetching.fetch(live)

    def by(self, found: Publication, *names: str) -> dict:
        """Attacks (all, or those named) with these tables in hand: {name: outcome}."""
        rules = protection.current()
        with exits.InProcess(self.reader) as live:
            outlook = Outlook(
                found,
                live.public,
                live.staff,
                live.partner,
                live.partners(),
                epsilon=rules.noise_epsilon,
                budget=rules.budget_per_year,
            )
            outcomes = suite.run(outlook, judging.Counted(), list(names) or None)
        return {outcome.name: outcome for outcome in outcomes}


@pytest.fixture
def attacked(db, reader):
    return Attacked(reader)


@pytest.fixture
def make_year(attacked):
    """Make a year and run attacks on it: {name: outcome}."""

    def make(*names: str, postings: int = 30, channels: int = 6, weeks: int = 30) -> dict:
        year.load(NOW, postings=postings, channels=channels, weeks=weeks)
        return attacked.by(attacked.fetch(), *names)

    return make


@pytest.fixture
def print_again(db):
    """Forget the quarters' releases, as a backup from before does, and make them again of the same days."""

    def again() -> None:
        quarters_of = Release.objects.filter(period__contains="-Q").order_by("until")
        days = {(release.until, release.released_at) for release in quarters_of}
        first = Release.objects.filter(table="posting-channel").order_by("until")[0].first
        figures = ReleasedFigure.objects.filter(release__in=quarters_of.values("pk"))
        figures._raw_delete(figures.db)
        quarters_of._raw_delete(quarters_of.db)
        for until, released_at in sorted(days):
            assert quarters.release_quarters(first, until, released_at)

    return again
