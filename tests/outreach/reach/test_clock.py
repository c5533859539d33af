"""Clocks that jump: days stay the city's, nothing lands in the future, nothing before its link was made."""

from __future__ import annotations

import datetime

import pytest
import time_machine

from outreach.reach.counting import Buffer, Key, Written, possible_day, write
from outreach.reach.models import Counter

pytestmark = pytest.mark.django_db


def days() -> dict[str, int]:
    return {slot.isoformat(): total for slot, total in Counter.objects.values_list("slot", "total")}


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        # the hour that is skipped in spring, the hour that comes twice in autumn
        (["2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z",
          "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"],
         {"2026-03-28": 1, "2026-03-29": 4, "2026-03-30": 1}),
        (["2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z",
          "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"],
         {"2026-10-24": 1, "2026-10-25": 4, "2026-10-26": 1}),
        # the ends of months and years
        (["2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z"], {"2026-10-31": 1, "2026-11-01": 1}),
        (["2024-02-28T22:59:59Z", "2024-02-28T23:00:00Z", "2024-02-29T23:00:00Z"],
         {"2024-02-28": 1, "2024-02-29": 1, "2024-03-01": 1}),
        (["2026-12-31T22:59:59Z", "2026-12-31T23:00:00Z"], {"2026-12-31": 1, "2027-01-01": 1}),
        # corrected by minutes over midnight, forth and back
        (["2026-11-21T22:58:00Z", "2026-11-21T23:01:00Z", "2026-11-21T22:59:00Z"],
         {"2026-11-21": 2, "2026-11-22": 1}),
    ],
    ids=["spring", "autumn", "month", "leap day", "year", "correction"],
)  # fmt: skip
def test_days(old_link, moments, expected):
    buffer = Buffer()
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            buffer.add(old_link.pk, "person", "link")
            assert buffer.flush()
    assert days() == expected
    assert buffer.redated == 0


def test_a_clock_that_ran_ahead_and_was_set_back(old_link):
    buffer = Buffer()
    with time_machine.travel("2031-05-05T12:00:00Z", tick=False):
        buffer.add(old_link.pk, "person", "link")
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
        buffer.add(old_link.pk, "person", "link")
        buffer.flush()
    assert days() == {"2026-11-22": 2}
    assert (buffer.redated, buffer.lost) == (1, 0)


def test_a_machine_that_woke_up_in_1970(link):
    link.created_at = "2026-11-20T12:00:00Z"
    link.save()
    buffer = Buffer()
    with time_machine.travel("1970-01-01T00:00:10Z", tick=False):
        buffer.add(link.pk, "person", "link")
        buffer.flush()  # still in 1970: the day its link was made is the earliest there can be
    assert days() == {"2026-11-20": 1}
    assert buffer.redated == 1


def test_counts_that_waited_for_days_keep_their_day(old_link):
    buffer = Buffer()
    with time_machine.travel("2026-11-19T12:00:00Z", tick=False):
        buffer.add(old_link.pk, "person", "link")
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
        buffer.flush()
    assert days() == {"2026-11-19": 1}
    assert buffer.redated == 0


def test_redated_counts_join_what_is_there(old_link):
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
        today = datetime.date(2026, 11, 22)
        counts = {
            Key(old_link.pk, today, "person", "link"): 3,
            Key(old_link.pk, datetime.date(2099, 1, 1), "person", "link"): 2,
            Key(old_link.pk, datetime.date(2098, 1, 1), "person", "link"): 1,
            Key(old_link.pk + 1, today, "person", "link"): 7,
        }
        assert write(counts) == Written(ownerless=7, redated=3)
    assert days() == {"2026-11-22": 6}


def test_the_day_a_link_was_made_is_the_citys_day():
    made = datetime.datetime(2026, 11, 21, 23, 30, tzinfo=datetime.UTC)  # already the 22nd in the city
    today = datetime.date(2026, 11, 25)
    assert possible_day(datetime.date(2026, 11, 21), made, today) == datetime.date(2026, 11, 22)
    assert possible_day(datetime.date(2026, 11, 23), made, today) == datetime.date(2026, 11, 23)
