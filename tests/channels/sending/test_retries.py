"""Waiting grows over days, spreads, and ends with the ad's deadline."""

import datetime

import pytest

from channels.sending import retries

NOW = datetime.datetime(2027, 1, 15, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(("failed", "wait"), list(enumerate(retries.WAITS, start=1)))
def test_the_table_with_jitter(failed, wait):
    due = {retries.next_try(failed, NOW) - NOW for _count in range(20)}
    assert len(due) > 1
    assert all(wait <= gap.total_seconds() <= wait * 1.2 for gap in due)


def test_ten_tries_then_enough():
    assert retries.next_try(9, NOW) is not None
    assert retries.next_try(10, NOW) is None


@pytest.mark.parametrize("failed", range(1, 10))
@pytest.mark.parametrize("left", [0.3, 1, 5, 20, 48])
def test_quicker_near_the_end_and_never_after_it(failed, left):
    end = NOW + datetime.timedelta(hours=left)
    due = retries.next_try(failed, NOW, end)
    assert NOW < due < end
    assert due - NOW <= max((end - NOW) / 4, datetime.timedelta(minutes=3))


def test_minutes_before_the_end_there_is_no_next_try_but_a_quick_one():
    assert retries.next_try(2, NOW, NOW + datetime.timedelta(minutes=4)) is None
    assert retries.next_try(1, NOW, NOW + datetime.timedelta(minutes=4)) is not None
    assert retries.next_try(1, NOW, NOW) is None


def test_the_last_moment_is_local():
    assert retries.last_moment(datetime.date(2027, 7, 1)).isoformat() == "2027-07-01T23:59:59+02:00"
