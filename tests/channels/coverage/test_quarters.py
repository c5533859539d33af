"""Quarters on the city's calendar."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from channels.coverage.quarters import Quarter, offered

days = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))


@given(days)
def test_every_day_is_in_its_quarter(day):
    quarter = Quarter.holding(day)
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    assert quarter.start <= noon < quarter.end
    assert Quarter.of(quarter.key, datetime.date(2026, 1, 1)) == quarter
    assert quarter.before.end == quarter.start


@pytest.mark.parametrize("key", ["", "2026", "2026-5", "2026-0", "abc", "2026-4; drop", "9999-1"])
def test_anything_else_means_now(key):
    assert Quarter.of(key, datetime.date(2026, 11, 22)) == Quarter(2026, 4)


def test_eight_are_offered():
    found = offered(datetime.date(2026, 11, 22))
    assert len(found) == 8
    assert (found[0].name, found[-1].name) == ("4. Quartal 2026", "1. Quartal 2025")
