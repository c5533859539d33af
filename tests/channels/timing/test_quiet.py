"""Quiet times: never inside them, never further than needed."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.timing.quiet import Quiet, next_allowed

ZONE = ZoneInfo("Europe/Berlin")
time = datetime.time
moments = st.datetimes(
    datetime.datetime(2026, 1, 1), datetime.datetime(2028, 12, 31), timezones=st.just(datetime.UTC)
)
times = st.none() | st.times()
quiets = st.builds(Quiet, times, times, st.frozensets(st.integers(0, 6), max_size=7))


def local(text: str, fold: int = 0) -> datetime.datetime:
    """In UTC: Python calls no two moments of the hour that comes twice equal across zones."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZONE, fold=fold).astimezone(datetime.UTC)


@given(moments, quiets)
def test_the_next_moment_is_never_quiet_and_never_earlier(moment, quiet):
    found = next_allowed(moment, quiet, ZONE)
    assert not quiet.holds(found.astimezone(ZONE))
    assert found >= moment
    assert found - moment <= datetime.timedelta(days=8)


@given(moments, quiets)
def test_what_is_not_quiet_goes_at_once(moment, quiet):
    if not quiet.holds(moment.astimezone(ZONE)):
        assert next_allowed(moment, quiet, ZONE) == moment


@given(moments, quiets)
def test_no_allowed_minute_is_skipped(moment, quiet):
    found = next_allowed(moment, quiet, ZONE)
    steps = min(int((found - moment).total_seconds() // 1800), 400)
    between = [moment + datetime.timedelta(minutes=30 * step) for step in range(steps)]
    assert all(quiet.holds(one.astimezone(ZONE)) for one in between)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T22:30", "2026-11-24T07:00"),  # before midnight
        ("2026-11-24T03:00", "2026-11-24T07:00"),  # after it
        ("2026-11-24T07:00", "2026-11-24T07:00"),  # the end belongs to the day
        ("2026-11-27T21:00", "2026-11-30T07:00"),  # Friday night into the quiet weekend
    ],
)
def test_over_midnight_and_weekend(at, expected):
    quiet = Quiet(time(20), time(7), frozenset({5, 6}))
    assert next_allowed(local(at), quiet, ZONE) == local(expected)


def test_the_hour_that_is_skipped():
    """On 28 March 2027 the clock goes from 2 to 3: a quiet time until 2:30 is over at 3."""
    found = next_allowed(local("2027-03-28T01:30"), Quiet(time(1), time(2, 30)), ZONE)
    assert found.astimezone(ZONE).hour in (3,)


def test_the_hour_that_comes_twice():
    """On 31 October 2027, 2:10 comes twice; both times it is quiet until half past."""
    quiet = Quiet(time(1), time(2, 30))
    assert next_allowed(local("2027-10-31T02:10"), quiet, ZONE) == local("2027-10-31T02:30")
    assert next_allowed(local("2027-10-31T02:10", fold=1), quiet, ZONE) == local("2027-10-31T02:30", fold=1)


def test_seven_quiet_days_are_no_quiet_time():
    now = local("2026-11-23T10:00")
    assert next_allowed(now, Quiet(days=frozenset(range(7))), ZONE) == now
