"""The city's own rules of counting, and what is said about wrong ones."""

from __future__ import annotations

import pytest

from outreach import profile
from outreach.profile import ProfileError
from outreach.reach.opening.checks import rules_of_counting
from outreach.reach.opening.configuration import BOUNDS, CountingRules, counting_rules, read


def test_without_a_section_the_usual_rules_hold():
    assert counting_rules() == read({}) == CountingRules()
    assert CountingRules().deduplicate_minutes == 0  # off unless a city wants it


def test_a_city_changes_single_rules():
    assert read({"days_kept": 60, "deduplicate_minutes": 30}) == CountingRules(
        days_kept=60, deduplicate_minutes=30
    )


@pytest.mark.parametrize("key", BOUNDS)
def test_usual_values_lie_within_the_bounds(key):
    low, high = BOUNDS[key]
    assert low <= getattr(CountingRules(), key) <= high
    assert getattr(read({key: low}), key) == low
    for wrong in (low - 1, high + 1, "30", 1.5, True, None):
        with pytest.raises(ProfileError, match=f"reach.counting.{key}.*{low} bis {high}"):
            read({key: wrong})


@pytest.mark.parametrize("given", [[], "aus", 3])
def test_no_section(given):
    with pytest.raises(ProfileError, match="Abschnitt"):
        read(given)


def test_an_unknown_key_is_named():
    with pytest.raises(ProfileError, match=r"reach.counting.dedupe.*Möglich: days_kept"):
        read({"dedupe": 1})


def test_wrong_rules_are_told_before_the_start(monkeypatch):
    assert rules_of_counting(None) == []
    city = {**profile.city(), "reach": {"counting": {"days_kept": 3}}}
    monkeypatch.setattr(profile, "city", lambda: city)
    (message,) = rules_of_counting(None)
    assert message.id == "reach.E010" and message.is_serious()
    assert "14 bis 366" in message.msg


def test_a_profile_that_cannot_be_read_is_told_once(monkeypatch):
    def broken():
        raise ProfileError("Das Stadtprofil fehlt.")

    monkeypatch.setattr(profile, "city", broken)
    assert rules_of_counting(None) == []
