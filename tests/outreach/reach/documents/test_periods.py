from __future__ import annotations

import datetime

import pytest

from outreach.reach.documents import periods
from outreach.reach.documents.periods import Period


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_days(key, first, last):
    period = periods.read(key)
    assert (str(period.first), str(period.last), period.key) == (first, last, key)


@pytest.mark.parametrize(
    "key", ["", "2026-Q5", "2026-q1", "1999", "2026-Q", "2026-11", "x", "2026-Q1 ", "２０２６"]
)
def test_whatever_else_is_no_period(key):
    assert periods.read(key) is None


def test_a_year_is_its_quarters():
    assert Period(2026).quarters == ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    assert Period(2026, 3).quarters == ("2026-Q3",)


def test_offered_are_the_last_quarters_and_years():
    keys = [period.key for period in periods.offered(datetime.date(2026, 2, 1))]
    assert keys[:3] == ["2026-Q1", "2025-Q4", "2025-Q3"]
    assert keys[-3:] == ["2026", "2025", "2024"]
    assert len(keys) == 11


def test_names():
    assert [Period(2026, 3).name(code) for code in ("de", "en")] == ["3. Quartal 2026", "Quarter 3 of 2026"]
    assert [Period(2026).name(code) for code in ("de", "en")] == ["Jahr 2026", "Year 2026"]
