"""The demo year, small: one seed gives one year, its releases are real, nothing waits to be sent."""

from __future__ import annotations

import datetime
import random
import statistics
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, Sum

from channels.models import Channel, Delivery, HandOff, Link
from outreach.demo import data, year
from outreach.demo.year import openings
from outreach.people.models import User
from outreach.reach.disclosure.models import Tally
from outreach.reach.funnel.models import ReportedCount
from outreach.reach.models import Counter, Release
from postings.families import OTHER, families_of
from postings.models import Posting, State

NOW = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def small(**sizes: int) -> year.Year:
    return year.load(NOW, **{"postings": 8, "channels": 4, "weeks": 12, **sizes})


@pytest.mark.django_db
def test_a_small_year():
    made = small()
    assert (made.postings, made.channels, made.first) == (8, 4, datetime.date(2026, 8, 31))
    assert Posting.objects.count() == 8 and Channel.objects.count() == 4
    assert Link.objects.count() == made.codes and Counter.objects.count() == made.counters
    assert made.releases == 12
    assert Release.objects.order_by("-released_at").first().released_at <= NOW
    assert not Delivery.objects.exclude(state=Delivery.State.SENT).exists()
    slots = Counter.objects.values_list("slot", flat=True)
    assert min(slots) >= made.first and max(slots) < NOW.date()


@pytest.mark.django_db
def test_some_ads_are_open_and_most_are_closed():
    small(postings=12)
    open_ads = Posting.objects.filter(state=State.PUBLISHED)
    assert 0 < open_ads.count() < 8
    assert all(posting.deadline >= NOW.date() for posting in open_ads)
    closed = Posting.objects.filter(state=State.CLOSED)
    assert all(posting.closed_at <= NOW for posting in closed)


@pytest.mark.django_db
def test_every_ad_has_a_job_family():
    small(postings=30)
    ads = Posting.objects.select_related("current")
    assert [
        ad.title for ad in ads if families_of(ad.title, ad.current.facts, ad.current.text) == [OTHER]
    ] == []
    assert all(ad.current.facts["deadline"] == ad.deadline.isoformat() for ad in ads)


def _sums() -> list[tuple]:
    """What was opened, told and answered."""
    about = ("link__posting__slug", "link__channel__name")
    found: list[tuple] = []
    for rows, columns in (
        (Counter.objects.all(), (*about, "link__event__slug", "kind", "medium")),
        (ReportedCount.objects.all(), ("posting__slug", *about[1:], "step", "first")),
        (Tally.objects.all(), ("quarter", "question", "answer")),
        (HandOff.objects.all(), ("delivery__version__posting__slug", "how", "way", "at")),
    ):
        total = Sum("total") if rows.model is not HandOff else Count("pk")
        found += rows.order_by(*columns).values_list(*columns).annotate(total)
    return found


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_year():
    found = []
    for _ in range(2):
        with transaction.atomic():
            small(weeks=22)
            found.append(_sums())
            transaction.set_rollback(True)
    assert found[0] == found[1] != []


def test_poisson_has_its_mean():
    draw = random.Random(1)
    for mean in (0.3, 4.0, 75.0):
        drawn = [openings.poisson(mean, draw) for _ in range(2000)]
        assert abs(statistics.mean(drawn) - mean) < 5 * (mean / 2000) ** 0.5
    assert openings.poisson(0, draw) == 0


@pytest.mark.django_db
def test_a_city_that_is_there_is_not_given_a_year(person):
    person("editor", name="x")
    User.objects.update(email=data.logins()[0].email)
    with pytest.raises(CommandError, match="leeren Datenbank"):
        call_command("load_demo", year=True)
