"""Periods are whole weeks, follow each other without a gap, and come late."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.releases import calendar
from outreach.reach.releases.calendar import DAY, month_of, quarter, quarter_of, settled_quarters
from tests.outreach.reach.releases.conftest import NOW

days = st.dates(datetime.date(2024, 1, 1), datetime.date(2032, 12, 31))


@given(days)
def test_every_day_lies_in_one_quarter_made_of_whole_weeks(day):
    year, number = quarter_of(day)
    period = quarter(year, number, day)
    assert period.first <= day < period.until
    assert period.first.weekday() == period.until.weekday() == 0
    assert (period.until - period.first).days in (12 * 7, 13 * 7, 14 * 7)
    assert quarter_of(period.first - DAY) != quarter_of(period.first)
    assert quarter_of(period.until) != (year, number)


@given(days)
def test_months_lie_within_their_quarter(day):
    year, number = quarter_of(day)
    month = month_of(day)
    assert int(month[:4]) == year and (int(month[5:]) + 2) // 3 == number


def test_quarters_are_settled_late():
    began = datetime.date(2026, 5, 20)
    until = quarter(2026, 3, began).until
    names = [[p.name for p in settled_quarters(began, until + n * calendar.WEEK)] for n in (0, 1, 2)]
    assert names == [["2026-Q2"], ["2026-Q2"], ["2026-Q2", "2026-Q3"]]


@pytest.mark.parametrize("days_late", [1, 3, 9])
def test_the_delay_is_the_citys(city, days_late):
    city(delay_days=days_late)
    monday = datetime.date(2026, 11, 9)
    moment = calendar.published_at(monday)
    assert moment.date() == monday + days_late * DAY
    assert calendar.due_until(moment) == monday
    assert calendar.due_until(moment - datetime.timedelta(seconds=1)) == monday - calendar.WEEK


def test_without_delay_figures_would_come_at_once(settings):
    settings.REACH_SWITCHED_OFF = ["delay"]
    assert calendar.due_until(NOW) == NOW.date() + DAY
