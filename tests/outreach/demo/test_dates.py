"""Dates move by whole weeks, firsts and lasts of a month stay what they are."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.demo import dates

DAYS = st.dates(datetime.date(2026, 11, 1), datetime.date(2035, 12, 31))


@pytest.mark.parametrize(
    ("today", "weeks"),
    [("2026-11-01", 0), ("2026-11-23", 0), ("2026-11-24", 1), ("2026-11-30", 1), ("2026-12-01", 2)],
)
def test_weeks_since_the_texts_were_written(today, weeks):
    assert dates.weeks_since_written(datetime.date.fromisoformat(today)) == weeks


@pytest.mark.parametrize(
    ("text", "weeks", "expected"),
    [
        ("bis zum 24. Januar 2027 über", 0, "bis zum 24. Januar 2027 über"),
        ("bis zum 24. Januar 2027 über", 2, "bis zum 7. Februar 2027 über"),
        ("Ab dem 1. August 2027 lernst", 1, "Ab dem 1. September 2027 lernst"),
        ("bis zum 31. Januar 2027.", 1, "bis zum 28. Februar 2027."),
        ("am 20. Dezember 2026, am 7. Januar 2027", 3, "am 10. Januar 2027, am 28. Januar 2027"),
        ("§ 7 Absatz 1, 24. Woche, 2027", 5, "§ 7 Absatz 1, 24. Woche, 2027"),
    ],
)
def test_shifted(text, weeks, expected):
    assert dates.shifted(text, weeks) == expected


@given(DAYS, st.integers(0, 300))
def test_moved_keeps_distance_and_place_in_the_month(date, weeks):
    later = dates.moved(date, weeks)
    assert 0 <= (later - date).days - 7 * weeks <= 31
    assert (date.day == 1) == (later.day == 1) or later.day == 1
    if date.day == 1:
        assert later.day == 1
