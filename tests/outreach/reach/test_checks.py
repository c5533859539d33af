"""Wrong rules for released figures are told, each with an id and a hint; unusable ones weaken nothing."""

from __future__ import annotations

import pytest

from outreach.reach import checks
from outreach.reach.protection import settings as protection


@pytest.fixture
def section(monkeypatch):
    """section(threshold=3): a profile with that section."""

    def make(**given) -> None:
        for module in ("outreach.reach.checks", "outreach.reach.protection.settings"):
            monkeypatch.setattr(f"{module}.city", lambda: {"reach": given})

    return make


def ids(messages) -> list[str]:
    assert all(message.hint for message in messages)
    return [message.id for message in messages]


def test_the_cities_shipped_are_right():
    assert checks.release_rules(None) == [] and checks.protections_on(None) == []


def test_without_a_section_the_defaults_hold(section):
    section()
    assert checks.release_rules(None) == []
    assert protection.current() == protection.Settings()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"threshold": 2}, "reach.E003"),
        ({"threshold": "5"}, "reach.E003"),
        ({"threshold": True}, "reach.E003"),
        ({"base": 5.0}, "reach.E003"),
        ({"method": "none"}, "reach.E003"),
        ({"dominance": 1.5}, "reach.E003"),
        ({"budget_per_year": -1}, "reach.E003"),
        ({"treshold": 5}, "reach.E002"),
        ({"threshold": 7}, "reach.E004"),
        ({"base": 10}, "reach.E004"),
    ],
    ids=str,
)
def test_each_wrong_value_is_told_and_replaced_by_the_default(section, given, found):
    section(**given)
    assert found in ids(checks.release_rules(None))
    assert protection.current() == protection.Settings()


def test_sections_of_others_are_left_alone(section):
    section(counting={"days_kept": 60}, threshold=10)
    assert checks.release_rules(None) == []
    assert protection.current().threshold == 10


def test_something_else_than_a_section(monkeypatch):
    monkeypatch.setattr("outreach.reach.checks.city", lambda: {"reach": 5})
    monkeypatch.setattr("outreach.reach.protection.settings.city", lambda: {"reach": 5})
    assert ids(checks.release_rules(None)) == ["reach.E001"]
    assert protection.current() == protection.Settings()


@pytest.mark.parametrize("name", protection.switches())
def test_every_protection_can_be_switched_off_for_tests_alone(settings, name):
    settings.REACH_SWITCHED_OFF = [name]
    settings.DEBUG = False
    assert ids(checks.protections_on(None)) == ["reach.E006"]
    assert not getattr(protection.current().protections, name)
    settings.DEBUG = True
    assert checks.protections_on(None) == []


def test_a_protection_nobody_knows(settings):
    settings.REACH_SWITCHED_OFF, settings.DEBUG = ["all"], True
    assert ids(checks.protections_on(None)) == ["reach.E005"]
    assert protection.current().protections == protection.Protections()
