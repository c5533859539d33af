"""After a leap of the clock, what nobody can take back waits some hours."""

from __future__ import annotations

import datetime

import pytest
import time_machine

from outreach.background.clock import _KEPT, runs_steadily
from outreach.models import PeriodicRun

pytestmark = pytest.mark.django_db
START = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def hours(begin: datetime.datetime, count: int) -> list[bool]:
    found = []
    for number in range(count):
        with time_machine.travel(begin + number * HOUR, tick=False):
            found.append(runs_steadily())
    return found


def test_a_new_service_starts_at_once_and_goes_on():
    assert hours(START, 200) == [True] * 200
    assert PeriodicRun.objects.count() == _KEPT


def test_after_a_leap_ahead_six_hours_pass():
    hours(START, 3)
    leapt = START + datetime.timedelta(days=30_000)
    assert hours(leapt, 8) == [False] * 6 + [True] * 2


def test_a_leap_that_is_put_right_soon_leaves_nothing():
    hours(START, 3)
    assert hours(START + datetime.timedelta(days=400), 2) == [False] * 2
    assert hours(START + 5 * HOUR, 3) == [True] * 3


def test_a_clock_that_is_set_back_does_no_harm():
    hours(START, 3)
    assert hours(START - datetime.timedelta(days=1), 2) == [True] * 2


def test_a_night_or_a_day_off_is_no_leap():
    hours(START, 3)
    assert hours(START + datetime.timedelta(days=2), 1) == [True]


def test_twice_in_an_hour_is_one_mark():
    assert runs_steadily() and runs_steadily()
    assert PeriodicRun.objects.count() == 1
