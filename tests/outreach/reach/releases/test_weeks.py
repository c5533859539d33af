"""When figures come out, which, and that they stay as they are."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError
from django.utils import timezone

from channels.models import Link
from outreach.models import PeriodicRun
from outreach.reach import releases, tasks
from outreach.reach.models import Counter, LedgerEntry, Release, ReleasedFigure
from outreach.reach.releases import making
from postings.models import Event

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime.date(2026, 11, 16)
DUE = datetime.datetime(2026, 11, 17, 6, 0, tzinfo=BERLIN)
WEEK = datetime.timedelta(days=7)
SECOND = datetime.timedelta(seconds=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def early_link(link):
    Link.objects.update(created_at=DUE - 3 * WEEK)
    link.refresh_from_db()
    return link


def opened(link: Link, times: int, day: datetime.date, kind: str = "person", medium: str = "link") -> None:
    Counter.objects.create(link=link, slot=day, kind=kind, medium=medium, total=times)


def shown(release: Release | None) -> list[int | None]:
    assert release is not None
    inner = release.figures.exclude(one="*").exclude(two="*")
    return list(inner.order_by("pk").values_list("value", flat=True))


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (DUE - SECOND, MONDAY - WEEK),
        (DUE, MONDAY),
        (DUE + datetime.timedelta(days=3), MONDAY),
        (DUE + datetime.timedelta(days=6), MONDAY),  # next Monday: not before Tuesday
        (DUE + WEEK, MONDAY + WEEK),
        # the hour is the city's, also in summer
        (datetime.datetime(2026, 7, 7, 4, 0, tzinfo=datetime.UTC), datetime.date(2026, 7, 6)),
        (datetime.datetime(2026, 7, 7, 3, 59, tzinfo=datetime.UTC), datetime.date(2026, 6, 29)),
    ],
)
def test_due_until(now, until):
    assert releases.due_until(now) == until


def test_next_at():
    assert releases.next_at(DUE - SECOND) == DUE
    assert releases.next_at(DUE) == DUE + WEEK


def test_only_whole_past_weeks_are_counted(early_link):
    opened(early_link, 6, MONDAY - datetime.timedelta(days=1))
    opened(early_link, 100, MONDAY)
    release = releases.release_due(DUE)
    assert (release.until, release.last_day, release.threshold) == (MONDAY, datetime.date(2026, 11, 15), 5)
    assert shown(release) == [5]


def test_link_and_qr_count_together_and_only_people_count(early_link):
    day = MONDAY - WEEK
    opened(early_link, 3, day)
    opened(early_link, 2, day, medium="qr")
    for kind in ("preview", "scanner", "prefetch", "head", "bot", "uncertain"):
        opened(early_link, 50, day, kind=kind)
    assert shown(releases.release_due(DUE)) == [5]


def test_languages_of_a_channel_are_one_cell(early_link):
    other = Link.objects.create(
        code="x4x4x4x4",
        posting=early_link.posting,
        channel=early_link.channel,
        language="tr",
        created_at=DUE - 3 * WEEK,
    )
    opened(early_link, 3, MONDAY - WEEK)
    opened(other, 3, MONDAY - WEEK)
    assert shown(releases.release_due(DUE)) == [5]


def test_one_click_and_none_look_the_same(early_link, make_channel):
    Link.objects.create(
        code="x4x4x4x4", posting=early_link.posting, channel=make_channel("radio"), created_at=DUE - 3 * WEEK
    )
    opened(early_link, 1, MONDAY - WEEK)
    assert shown(releases.release_due(DUE)) == [None, None]


def test_a_code_made_after_the_time_counted_is_not_in_the_release(early_link, make_channel):
    midnight = datetime.datetime.combine(MONDAY, datetime.time(), tzinfo=BERLIN)
    Link.objects.create(
        code="x4x4x4x4", posting=early_link.posting, channel=make_channel("radio"), created_at=midnight
    )
    assert len(shown(releases.release_due(DUE))) == 1


def test_values_move_in_steps_of_five(early_link):
    weekly = [3, 4, 4, 1, 20]  # 3, 7, 11, 12, 32
    found = []
    for number, times in enumerate(weekly):
        opened(early_link, times, MONDAY + number * WEEK - datetime.timedelta(days=2))
        found += shown(releases.release_due(DUE + number * WEEK))
    assert found == [None, 5, 10, 10, 30]


def test_a_release_is_made_once_and_never_changes(early_link):
    opened(early_link, 6, MONDAY - WEEK)
    release = releases.release_due(DUE)
    opened(early_link, 50, MONDAY - datetime.timedelta(days=2))  # counts written late
    assert releases.release_due(DUE + SECOND) is None
    assert shown(release) == [5]
    assert shown(releases.release_due(DUE + WEEK)) == [55]


def test_published_rows_are_not_saved_again(early_link):
    release = releases.release_due(DUE)
    for row in (release, release.figures.first(), LedgerEntry.objects.get()):
        with pytest.raises(TypeError, match="never changes"):
            row.save()
        with pytest.raises(TypeError, match="never deleted"):
            row.delete()


def test_missed_weeks_are_made_up_for_in_one_release(early_link):
    opened(early_link, 6, MONDAY - WEEK)
    releases.release_due(DUE)
    opened(early_link, 7, MONDAY + WEEK)
    release = releases.release_due(DUE + 4 * WEEK)
    assert (release.until, shown(release)) == (MONDAY + 4 * WEEK, [10])
    assert Release.objects.count() == 2


def test_a_clock_that_was_set_back_releases_nothing(early_link):
    releases.release_due(DUE + 4 * WEEK)
    assert releases.release_due(DUE) is None


def test_nothing_to_release_without_codes(db):
    assert releases.release_due(DUE) is None
    assert not Release.objects.exists()


def test_another_process_was_quicker(early_link, monkeypatch):
    releases.release_due(DUE)
    monkeypatch.setattr(making, "is_due", lambda now: True)
    assert releases.release_due(DUE) is None
    assert (Release.objects.count(), ReleasedFigure.objects.count()) == (1, 4)  # a cell, three sums


def test_half_a_release_is_none(early_link, monkeypatch):
    def broken(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(ReleasedFigure.objects, "bulk_create", broken)
    assert releases.release_due(DUE) is None
    assert not Release.objects.exists()


def test_queries_do_not_grow_with_ads(early_link, make_channel, django_assert_max_num_queries):
    for number in range(30):
        Link.objects.create(
            code=f"code{number:04}",
            posting=early_link.posting,
            channel=make_channel(f"k{number}"),
            created_at=DUE - 3 * WEEK,
        )
    with django_assert_max_num_queries(30):
        releases.release_due(DUE)


class TestTask:
    def test_releases_once(self, early_link, time_machine):
        time_machine.move_to(DUE, tick=False)
        tasks.release_due()
        tasks.release_due()
        assert Release.objects.get().released_at == timezone.now()
        assert PeriodicRun.objects.filter(name="reach.release").count() == 1

    def test_leaves_it_to_the_schedule_that_claimed_it(self, early_link, time_machine, monkeypatch):
        time_machine.move_to(DUE, tick=False)
        PeriodicRun.objects.create(name="reach.release", slot="2026-11-17T05")
        tasks.release_due()
        assert not Release.objects.exists()
        time_machine.move_to(DUE + datetime.timedelta(hours=1), tick=False)
        tasks.release_due()  # the other one died
        assert Release.objects.exists()

    def test_costs_one_question_on_all_other_days(self, early_link, time_machine, django_assert_num_queries):
        time_machine.move_to(DUE, tick=False)
        releases.release_due()
        with django_assert_num_queries(1):
            tasks.release_due()
        assert not PeriodicRun.objects.exists()


def test_codes_of_events_are_counted_and_in_no_report_of_ads(early_link, editor):
    event = Event.objects.create(
        slug="tag", title="Tag", description="D", starts_at=DUE, ends_at=DUE, place="P", created_by=editor
    )
    other = Link.objects.create(
        code="x4x4x4x4", event=event, channel=early_link.channel, created_at=DUE - 3 * WEEK
    )
    opened(other, 50, MONDAY - WEEK)
    opened(early_link, 6, MONDAY - WEEK)
    assert shown(releases.release_due(DUE)) == [5]
