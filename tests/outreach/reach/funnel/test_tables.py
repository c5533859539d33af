"""The funnel's tables: every ad of the quarter, late enough, and only true bounds."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels.models import Channel, Delivery, HandOff, Link
from outreach.reach import released
from outreach.reach.funnel import counting, reading
from outreach.reach.funnel.models import Report, ReportedCount
from outreach.reach.funnel.steps import Step
from outreach.reach.models import Counter
from outreach.reach.releases import making, quarters
from outreach.reach.releases.calendar import quarter
from outreach.reach.releases.registry import find
from postings.models import Posting, PostingVersion, State

pytestmark = pytest.mark.django_db
BEGAN = datetime.datetime(2026, 5, 6, 9, 0, tzinfo=datetime.UTC)
NOW = datetime.datetime(2026, 11, 24, 8, 0, tzinfo=datetime.UTC)
UNTIL = datetime.date(2026, 11, 23)
STARTED = (3, 8, 12, 21, 30, 44)


@pytest.fixture(autouse=True)
def monday():
    """The time of the release is told; nothing here looks at the clock."""


@pytest.fixture
def year(editor):
    """Twelve ads of the second quarter on three channels; a half of those who start finish, and so on."""
    channels = [Channel.objects.create(key=key, name=f"Kanal {key}", kind="job_page") for key in "abc"]
    report = Report.objects.create(name="r", digest="", source="portal")
    for number in range(12):
        ad = Posting.objects.create(
            slug=f"ad-{number}", title=f"Stelle {number}", state=State.PUBLISHED, created_by=editor,
            published_at=BEGAN,
        )  # fmt: skip
        version = PostingVersion.objects.create(posting=ad, number=1, title="S", text="T", author=editor)
        for place, channel in enumerate(channels):
            link = Link.objects.create(
                code=f"c{number}{place}", posting=ad, channel=channel, created_at=BEGAN
            )
            row = Delivery.objects.create(
                channel=channel, version=version, action="publish", key=f"ad:{ad.pk}", state="sent",
                sent_at=BEGAN,
            )  # fmt: skip
            HandOff.objects.create(delivery=row, how="forwarded", way="page", at=BEGAN)
            Counter.objects.create(
                link=link, slot=BEGAN.date(), kind="person", medium="link", total=70 + number
            )
            count = STARTED[(number + place) % 6]
            for step, part in (("started", 1), ("finished", 2), ("invited", 8), ("hired", 20)):
                _told(report, ad, link, step, count // part)
        _told(report, ad, None, "finished", 3)
    return channels


def _told(report, ad, link, step, total) -> None:
    ReportedCount.objects.create(
        posting=ad, link=link, step=step, total=total, first=BEGAN.date(), days=1, report=report
    )


def release(until: datetime.date = UNTIL) -> None:
    quarters.release_quarters(BEGAN.date(), until, NOW)


def truth(name: str) -> dict:
    return find(name).count(quarter(2026, 2, UNTIL))


@pytest.mark.parametrize("name", ["funnel-channel", "funnel-posting"])
def test_every_figure_holds_the_truth(year, name):
    release()
    table, true = released.latest(name), truth(name)
    assert (table.period, table.protection_class, table.threshold) == ("2026-Q2", "persons", 5)
    assert set(table.inner()) == set(true)
    for key, figure in table.cells.items():
        meant = sum(count for cell, count in true.items() if key[0] in ("*", cell[0]) and key[1] == cell[1])
        assert figure.lower <= meant and (figure.upper is None or meant <= figure.upper)
        assert figure.value is None or figure.value >= 5


def test_small_numbers_of_persons_are_hidden(year):
    release()
    hired = [f for key, f in released.latest("funnel-posting").inner().items() if key[1] == "hired"]
    assert hired and all(figure.hidden for figure in hired)


def test_ours_and_the_portals_steps_are_counted(year):
    true = counting.count(quarter(2026, 2, UNTIL))
    assert {atom[2] for atom in true} == {"deliveries", "handoffs", *Step.values}
    assert sum(count for atom, count in true.items() if atom[2] == "deliveries") == 36
    assert sum(count for atom, count in true.items() if atom[2] == "handoffs") == 36
    assert sum(count for atom, count in true.items() if atom[1:] == ("-", "finished")) == 36
    assert len(true) == 12 * (3 * 6 + 4)


def test_the_funnel_waits_a_quarter_longer_than_openings(year):
    openings = datetime.date(2026, 7, 20)
    release(openings)
    assert "family-channel" in released.names() and "funnel-channel" not in released.names()
    assert quarters.settled([quarter(2026, 2, openings)], 0) and not quarters.settled(
        [quarter(2026, 2, openings)], counting.EXTRA_WEEKS
    )


def test_only_what_was_told_for_the_time_counted(year):
    report = Report.objects.get()
    ad, link = Posting.objects.first(), Link.objects.first()
    before = counting.count(quarter(2026, 2, UNTIL))
    ReportedCount.objects.create(
        posting=ad, link=link, step="hired", total=99, first=UNTIL, days=7, report=report
    )
    Posting.objects.create(slug="x", title="X", created_by=ad.created_by, published_at=timezone.now())
    assert counting.count(quarter(2026, 2, UNTIL)) == before


def test_rows_say_what_is_sure(year):
    release()
    table, rows, whole = reading.by_channel("2026-Q2")
    true = truth("funnel-channel")
    assert [row.name for row in rows] == ["Kanal a", "Kanal b", "Kanal c", "ohne Kanal-Code"]
    assert table.label("step", "hired") == "Eingestellt"
    for row in rows[:3]:
        opened, started = row.figures[2], row.figures[3]
        assert opened.lower <= 12 * 70 + 66 <= opened.upper and started.value
        for passed in row.passed:
            came, went = true[row.key, passed.before], true[row.key, passed.after]
            if passed.surely is not None:
                assert passed.surely.lower * came <= went  # they stayed with their link, one of all cases
                assert passed.surely.lower <= passed.surely.upper
            if passed.told is not None:
                assert passed.told.lower <= went / came <= passed.told.upper
    assert whole.passed[0].words == ("Bewerbung begonnen", "Bewerbung abgeschickt")
    assert reading.by_channel("2031-Q1") is None
    assert reading.quarters() == ["2026-Q2"]


def test_an_ad_for_itself(year):
    release()
    ad = Posting.objects.get(slug="ad-5")
    table, row = reading.by_posting(str(ad.pk))
    assert row.name == "Stelle 5" and table.period == "2026-Q2"
    assert row.figures[3].lower <= sum(STARTED[(5 + place) % 6] for place in range(3)) <= row.figures[3].upper
    assert reading.by_posting("999999") is None
    assert (str(ad.pk), "Stelle 5") in reading.ads("2026-Q2")


def test_without_reports_there_is_no_funnel(year):
    ReportedCount.objects.all().delete()
    release()
    assert "family-channel" in released.names() and "funnel-channel" not in released.names()


def test_the_schedule_releases_it_too(year):
    making.release_due(NOW)
    assert {"funnel-channel", "funnel-posting"} <= set(released.names())
