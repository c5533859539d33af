"""Which setting of de-duplication counters were written under, day by day."""

from __future__ import annotations

import datetime

import pytest
import time_machine

from outreach.reach import counting
from outreach.reach.models import Deduplication
from outreach.reach.opening.configuration import CountingRules
from outreach.reach.rollups.deduplicated import minutes_throughout, note

pytestmark = pytest.mark.django_db
JULY = datetime.date(2026, 7, 1)
DAY = datetime.timedelta(days=1)
LATER = JULY + 90 * DAY


def test_off_leaves_no_trace():
    note(0, {JULY})
    assert not Deduplication.objects.exists()
    assert minutes_throughout(JULY, LATER) == 0


def test_on_from_the_day_after_it_came():
    note(30, {JULY})
    note(30, {JULY + 5 * DAY})
    assert Deduplication.objects.count() == 1
    assert minutes_throughout(JULY, LATER) == 0  # of that day nobody knows since when
    assert minutes_throughout(JULY + DAY, LATER) == 30


@pytest.mark.parametrize("other", [0, 60])
def test_a_change_in_between_is_no_setting_of_the_whole_time(other):
    note(30, {JULY - DAY})
    note(other, {JULY + 40 * DAY})
    note(30, {JULY + 41 * DAY})
    assert minutes_throughout(JULY, LATER) == 0
    assert minutes_throughout(JULY, JULY + 40 * DAY) == 30
    assert minutes_throughout(JULY + 42 * DAY, LATER) == 30


def test_a_second_process_with_another_setting_is_noticed_the_next_day():
    for day in range(3):
        note(30, {JULY + day * DAY})
        note(0, {JULY + day * DAY})
        note(30, {JULY + day * DAY})
    assert Deduplication.objects.count() <= 6
    assert minutes_throughout(JULY + 2 * DAY, LATER) == 0


def test_counts_of_the_day_before_are_noted_for_it_too():
    note(30, {JULY - DAY})
    note(0, {JULY + 4 * DAY, JULY + 5 * DAY})
    assert minutes_throughout(JULY, JULY + 5 * DAY) == 0


def test_on_is_believed_late():
    note(30, {JULY, JULY + DAY})
    assert minutes_throughout(JULY + DAY, LATER) == 0
    assert minutes_throughout(JULY + 2 * DAY, LATER) == 30


class TestWriting:
    @pytest.fixture
    def rules(self, monkeypatch):
        def make(minutes: int) -> None:
            monkeypatch.setattr(
                counting, "counting_rules", lambda: CountingRules(deduplicate_minutes=minutes)
            )

        return make

    def test_whoever_writes_counts_notes_how_they_were_counted(self, old_link, rules):
        rules(30)
        with time_machine.travel("2026-07-01T10:00:00Z", tick=False):
            buffer = counting.Buffer()
            buffer.add(old_link.pk, "first", "link")
            assert buffer.flush()
        assert list(Deduplication.objects.values_list("since", "minutes")) == [(JULY, 30)]

    def test_off_by_default_writes_nothing_more(self, old_link):
        buffer = counting.Buffer()
        buffer.add(old_link.pk, "person", "link")
        assert buffer.flush()
        assert not Deduplication.objects.exists()
