"""Waiting grows over days, spreads, and ends with the ad's deadline."""

import datetime

import pytest
from django.utils import timezone

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


def test_quicker_near_the_deadline_and_never_after_it():
    today = timezone.localdate(NOW)
    due = retries.next_try(9, NOW, today)
    assert NOW < due < retries.last_moment(today)


def test_minutes_before_the_end_there_is_no_next_try():
    today = timezone.localdate(NOW)
    nearly_over = retries.last_moment(today) - datetime.timedelta(minutes=4)
    assert retries.next_try(2, nearly_over, today) is None


def test_the_last_moment_is_local():
    assert retries.last_moment(datetime.date(2027, 7, 1)).isoformat() == "2027-07-01T23:59:59+02:00"
