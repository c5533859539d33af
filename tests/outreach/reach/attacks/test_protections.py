"""Green on a demo year as it is; red as soon as any single protection is switched off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction

from outreach.reach.attacks.running import fetching
from outreach.reach.protection import settings as protection

#: protection -> the attacks that succeed without it (at least one of them must).
BREAKS = {
    "primary": {"differencing", "membership"},
    "rounding": {"differencing"},
    "delay": {"timing"},
    "secondary": {"differencing", "reconstruction"},
    "ledger": {"differencing", "reconstruction"},
}
#: Those that only noise needs.
NOISE_BREAKS = {"budget": {"averaging"}}
#: Those that only noise needs, and only when a table is printed a second time.
REPRINT_BREAKS = {"keyed": {"averaging", "differencing"}}
#: A closed quarter, small enough for quick tests; and two of them.
QUARTER = {"postings": 12, "channels": 5, "weeks": 22}
QUARTERS = {"postings": 20, "channels": 5, "weeks": 34}


def succeeded(outcomes: dict) -> set[str]:
    return {name for name, outcome in outcomes.items() if outcome.succeeded}


def test_nothing_is_learned_of_a_protected_year(make_year):
    outcomes = make_year()
    assert succeeded(outcomes) == set(), [outcome.examples for outcome in outcomes.values()]
    assert outcomes["differencing"].learned


@pytest.mark.parametrize("name", BREAKS)
def test_every_single_protection_is_needed(make_year, settings, name):
    settings.REACH_SWITCHED_OFF = [name]
    size = QUARTER if name in ("secondary", "ledger") else {"postings": 10, "channels": 4, "weeks": 6}
    assert succeeded(make_year(*BREAKS[name], **size)) & BREAKS[name]


@pytest.fixture
def noise(monkeypatch):
    """A city that publishes with cell-key noise."""
    current = protection.current
    monkeypatch.setattr(protection, "current", lambda: replace(current(), method="cell-key"))


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ["", *NOISE_BREAKS])
def test_noise(make_year, settings, noise, name):
    settings.REACH_SWITCHED_OFF = [name] if name else []
    assert succeeded(make_year(**QUARTERS)) == NOISE_BREAKS.get(name, set())


@pytest.mark.parametrize("name", ["", *REPRINT_BREAKS])
def test_a_quarter_printed_again_after_a_backup(make_year, print_again, attacked, settings, noise, name):
    """Everything else is on, the ledger too: it went back with the backup, what was downloaded did not."""
    settings.REACH_SWITCHED_OFF = [name] if name else []
    make_year("timing", **QUARTER)
    first = attacked.fetch()
    print_again()
    tried = REPRINT_BREAKS.get(name, set())
    outcomes = attacked.by(fetching.with_earlier(attacked.fetch(), first), *tried)
    if name:
        assert succeeded(outcomes) >= REPRINT_BREAKS[name]
    else:
        assert succeeded(outcomes) == set()


@pytest.mark.long
@pytest.mark.timeout(900)
def test_without_the_ledger_the_key_sees_to_it_that_every_sum_is_drawn_once(make_year, settings, noise):
    settings.REACH_SWITCHED_OFF = ["ledger"]
    with transaction.atomic():
        assert "averaging" not in succeeded(make_year("averaging", **QUARTERS))
        transaction.set_rollback(True)
    settings.REACH_SWITCHED_OFF = ["ledger", "keyed"]
    assert "averaging" in succeeded(make_year("averaging", **QUARTERS))


def test_there_is_a_test_for_every_protection():
    assert {*BREAKS, *NOISE_BREAKS, *REPRINT_BREAKS} == set(protection.switches())


@pytest.mark.long
@pytest.mark.timeout(900)
def test_nothing_is_learned_of_the_whole_demo_year(make_year):
    assert succeeded(make_year(postings=200, channels=12, weeks=52)) == set()
