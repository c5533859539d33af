"""Events, applications and answers of the demo year, with a quarter so long ago that its funnel is out."""

from __future__ import annotations

import datetime

import pytest
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from outreach.demo import year
from outreach.reach import released
from outreach.reach.disclosure.models import Tally
from outreach.reach.funnel.models import Report, ReportedCount
from outreach.reach.models import Counter, Release
from outreach.reach.released import TOTAL
from postings.models import Event
from tests.outreach.demo.year.test_year import NOW


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """A year loaded once; each test looks at it and leaves it as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield year.load(NOW, postings=14, channels=4, weeks=24)
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    return loaded


def test_events_are_held_and_opened(demo):
    assert demo.events == Event.objects.count() == 2
    assert all(event.announced_at < event.starts_at < event.ends_at < NOW for event in Event.objects.all())
    opened = Counter.objects.filter(link__event__isnull=False).select_related("link__event")
    assert opened.count() > 10
    assert all(counter.slot < counter.link.event.starts_at.date() for counter in opened)
    assert Release.objects.filter(table="event-channel").exists()
    assert not Event.objects.filter(deliveries=None).exists()


def test_the_portal_tells_each_week_once_it_is_over(demo):
    assert demo.reports == Report.objects.count() > 5
    (key,) = {report.key for report in Report.objects.all()}
    arrived = [timezone.localdate(report.received_at) for report in Report.objects.all()]
    assert timezone.localdate(key.created_at) < min(arrived) and key.used_on == max(arrived)
    for count in ReportedCount.objects.select_related("report"):
        monday = count.first + datetime.timedelta(days=7)
        assert timezone.localdate(count.report.received_at) == monday <= NOW.date()
    told = dict(ReportedCount.objects.values_list("step").annotate(Sum("total")))
    assert told["started"] > told["finished"] > told["invited"] > told["hired"] > 0


def test_the_funnel_of_a_quarter_is_out(demo):
    funnel = Release.objects.get(table="funnel-channel")
    shown = released.latest("funnel-channel")
    assert funnel.period == "2026-Q2"
    assert shown.cells[TOTAL, "started"].lower >= shown.cells[TOTAL, "finished"].lower > 0
    assert [table.period for table in released.history("funnel-posting")] == ["2026-Q2"]


def test_answers_are_noisy_sums_of_every_quarter(demo):
    tallies = Tally.objects.filter(question="disclosure")
    assert tallies.aggregate(sum=Sum("total"))["sum"] == demo.answers > 10
    assert set(tallies.values_list("definition", "posting")) == {("migrationsbiografie", None)}
    assert set(released.periods("disclosure")) == {"2026-Q2", "2026-Q3"}
