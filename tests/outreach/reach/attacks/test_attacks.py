"""Every attack breaks a vulnerable publication and leaves a protected one alone."""

from __future__ import annotations

import random

import pytest

from outreach.reach.attacks import (
    averaging,
    differencing,
    membership,
    rarity,
    reconstruction,
    registry,
    timing,
)
from outreach.reach.attacks.knowledge.publication import TOTAL
from outreach.reach.attacks.registry import Outlook
from outreach.reach.protection.secondary import Ask, Fact, Rules, secure
from tests.outreach.reach.attacks.paper import (
    MONDAY,
    WEEK,
    exact,
    hidden_only,
    paper,
    rounded,
    table,
    with_total,
)

ADS = {("1", "a"): 3, ("2", "a"): 12, ("3", "a"): 40}


def weeks(*counts: dict, cell=rounded, total=None, **more) -> list[dict]:
    """One table per week; `total` adds sums over the first dimension."""
    return [
        table(
            with_total(found, cell, total) if total else {key: cell(count) for key, count in found.items()},
            until=MONDAY + (number + 1) * WEEK,
            **more,
        )
        for number, found in enumerate(counts)
    ]


def found(attack, *tables, **known) -> dict[tuple, tuple[int, int]]:
    claims = attack.attack(Outlook(paper(*tables, **known))).claims
    return {(*c.quantity.key, c.quantity.since): (c.lower, c.upper) for c in claims if c.quantity}


def told(attack, *tables, fetch=None, **known) -> list[str]:
    outlook = Outlook(paper(*tables, **known), fetch)
    return [claim.sentence for claim in attack.attack(outlook).claims if claim.sentence]


class TestDifferencing:
    def test_total_minus_visible(self):
        assert found(differencing, *weeks(ADS, cell=hidden_only, total=exact)) == {("1", "a", None): (3, 3)}

    def test_coarse_totals_are_no_help(self):
        assert found(differencing, *weeks(ADS, total=rounded)) == {}

    def test_export_of_today_minus_that_of_yesterday(self):
        broken = weeks({("1", "a"): 20}, {("1", "a"): 22}, cell=hidden_only)
        assert found(differencing, *broken) == {("1", "a", MONDAY + WEEK): (2, 2)}
        assert found(differencing, *weeks({("1", "a"): 20}, {("1", "a"): 22})) == {}

    def test_nobody_is_found_out_as_well(self):
        broken = weeks({("1", "a"): 20}, {("1", "a"): 20}, cell=hidden_only)
        assert found(differencing, *broken) == {("1", "a", MONDAY + WEEK): (0, 0)}

    def test_one_table_minus_another(self):
        families = table(
            {("it", "a"): (14, 14, 14), ("care", "a"): (41, 41, 41)},
            name="family-channel",
            dimensions=("family", "channel"),
        )
        languages = table(
            {("de", "a"): (52, 52, 52), ("tr", "a"): (None, 0, 4)},
            name="language-channel",
            dimensions=("language", "channel"),
        )
        assert found(differencing, families, languages) == {("tr", "a", None): (3, 3)}
        assert found(differencing, families) == {}

    def test_groups_of_ads_minus_the_ads(self):
        groups = {("posting", "family"): {"1": "it", "2": "it", "3": "care"}}
        families = table(
            {("it", "a"): (15, 15, 15), ("care", "a"): (40, 40, 40)},
            name="family-channel",
            dimensions=("family", "channel"),
        )
        ads = weeks(ADS, cell=hidden_only)
        assert found(differencing, *ads, families, groups=groups) == {("1", "a", None): (3, 3)}
        assert found(differencing, *ads) == {}

    def test_a_table_that_was_changed_afterwards(self):
        first, second = weeks(ADS)[0], weeks({**ADS, ("1", "a"): 7})[0]
        assert len(told(differencing, first, second)) == 1
        assert told(differencing, first, first) == []


#: Neither sum alone gives a cell away; all four together do.
SQUARE = {("1", "a"): 4, ("1", "b"): 0, ("2", "a"): 0, ("2", "b"): 4}


class TestReconstruction:
    def test_solves_what_single_sums_do_not_tell(self):
        hidden = {("1", "a"): 2, ("1", "b"): 1, ("2", "a"): 3, ("2", "b"): 2, ("3", "a"): 1, ("3", "b"): 4}
        cells = dict.fromkeys(hidden, (None, 0, 9))
        for ad in "123":
            cells[ad, TOTAL] = exact(hidden[ad, "a"] + hidden[ad, "b"])
        for channel in "ab":
            cells[TOTAL, channel] = exact(sum(hidden[ad, channel] for ad in "123"))
        broken = table(cells, base=5)
        assert found(reconstruction, broken)  # 5 + … of 3 + 5 + 5 leaves fewer than five numbers
        coarse = {key: cell if TOTAL not in key else (None, 0, None) for key, cell in cells.items()}
        assert found(reconstruction, table(coarse)) == {}

    def test_bounds_are_those_of_all_sums_at_once(self):
        cells = {(ad, channel): (None, 0, 9) for ad in "12" for channel in "ab"}
        cells |= {
            ("1", TOTAL): exact(9),
            ("2", TOTAL): exact(9),
            (TOTAL, "a"): exact(1),
            (TOTAL, "b"): exact(17),
        }
        claims = found(reconstruction, table(cells))
        assert claims["1", "a", None] == (0, 1) and claims["2", "a", None] == (0, 1)

    def test_quarters_by_the_ads_of_the_day(self):
        groups = {("posting", "family"): {"1": "it", "2": "it", "3": "care"}}
        families = table(
            {("it", "a"): (15, 15, 15), ("care", "a"): (40, 40, 40)},
            name="family-channel",
            dimensions=("family", "channel"),
        )
        ads = weeks(ADS, cell=hidden_only)
        assert found(reconstruction, *ads, families, groups=groups) == {("1", "a", None): (3, 3)}

    def test_rounded_tables_hold(self):
        groups = {("posting", "family"): {"1": "it", "2": "it", "3": "care"}}
        families = table(
            {("it", "a"): rounded(14), ("care", "a"): rounded(40)},
            name="family-channel",
            dimensions=("family", "channel"),
        )
        assert found(reconstruction, *weeks({**ADS, ("1", "a"): 2}), families, groups=groups) == {}


def noisy(keyed: bool, seed: int = 1) -> list[dict]:
    """A count of 3 for a year of weeks, with fresh noise each time or with the same."""
    draw = random.Random(seed)
    noise = [draw.choice([-2, -1, -1, 0, 0, 0, 1, 1, 2]) for _ in range(52)]
    noise = [noise[0]] * 52 if keyed else noise
    return [
        table(
            {("1", "a"): (max(0, 3 + more), 0, 3 + more + 5)},
            until=MONDAY + (number + 1) * WEEK,
            method="cell-key",
        )
        for number, more in enumerate(noise)
    ]


class TestAveraging:
    def test_fresh_noise_every_week(self):
        assert found(averaging, *noisy(keyed=False)) == {("1", "a", None): (3, 3)}

    def test_the_same_noise_every_week(self):
        assert found(averaging, *noisy(keyed=True)) == {}

    def test_the_same_group_in_many_partitions(self):
        def cut(name: str, value: int) -> dict:
            cells = {("x", "a"): (value, max(0, value - 2), value + 2)}
            return table(cells, name=f"{name}-channel", dimensions=(name, "channel"), method="cell-key")

        tables = [cut("one", 2), cut("two", 3), cut("three", 4)]
        whole = [{**t, "cells": [{**c, "key": [TOTAL, "a"]} for c in t["cells"]]} for t in tables]
        more = [
            {**t, "name": f"again-{n}", "cells": [{**c, "value": n} for c in t["cells"]]}
            for n, t in enumerate(whole)
        ]
        claims = found(averaging, *whole, *more, *[{**t, "dimensions": ["x", "channel"]} for t in whole])
        assert set(claims) <= {(TOTAL, "a", None)}
        assert found(averaging, whole[0]) == {}

    def test_rounding_is_no_noise(self):
        assert found(averaging, *weeks(*[ADS] * 8)) == {}


class TestTiming:
    def test_windows_of_a_day(self):
        days = [
            table({("1", "a"): rounded(9)}, until=MONDAY + WEEK / 7 * number, days_late=2)
            for number in (7, 8)
        ]
        assert len(told(timing, *days)) == 1
        assert told(timing, *weeks(ADS, ADS)) == []

    def test_persons_are_told_by_the_month(self):
        assert told(timing, *weeks(ADS, ADS, measure="started", protection_class="persons", name="x"))
        assert told(timing, *weeks(ADS, ADS, measure="handoffs", name="x")) == []

    def test_figures_of_today(self):
        assert len(told(timing, table({("1", "a"): rounded(9)}, days_late=-0.5))) == 1

    def test_live_counts_on_an_open_address(self):
        def fetch(path: str) -> tuple[int, bytes]:
            return (200, b"# HELP x\noutreach_clicks_waiting 3.0\n") if path == "/metrics" else (404, b"")

        assert len(told(timing, fetch=fetch)) == 1
        assert told(timing, fetch=lambda path: (403, b"outreach_clicks_waiting 3.0")) == []


class TestRarity:
    def test_a_figure_about_four_people(self):
        assert len(told(rarity, *weeks(ADS), audiences={"a": 4})) == 2
        assert told(rarity, *weeks(ADS), audiences={"a": 400}) == []

    def test_most_of_a_group_applied(self):
        applied = weeks(ADS, protection_class="persons", measure="started")
        assert len(told(rarity, *applied, audiences={"a": 30})) == 1
        assert told(rarity, *weeks(ADS), audiences={"a": 30}) == []

    def test_hidden_figures_are_no_matter(self):
        assert told(rarity, *weeks({("1", "a"): 3}), audiences={"a": 4}) == []


class TestMembership:
    def test_somebody_and_nobody(self):
        broken = table({("1", "a"): (None, 1, 9), ("2", "a"): (0, 0, 0), ("3", "a"): (None, 0, 4)})
        assert found(membership, broken) == {("1", "a", None): (1, 9), ("2", "a", None): (0, 0)}
        assert found(membership, *weeks(ADS)) == {}

    def test_a_week_in_which_somebody_applied(self):
        grown = [{("1", "a"): 9}, {("1", "a"): 11}]
        assert found(membership, *weeks(*grown)) == {}
        assert found(membership, *weeks(*grown, protection_class="persons")) == {
            ("1", "a", MONDAY + WEEK): (1, 9)
        }


def test_every_attack_is_found_and_says_what_it_does():
    for name, module in registry.all().items():
        assert str(module.NAME) and str(module.ABOUT).endswith("."), name
        assert callable(module.attack)


def test_nothing_published_is_nothing_learned():
    for name, module in registry.all().items():
        assert module.attack(Outlook(paper())).claims == [], name


class TestNoiseAskedAgain:
    """The same sum in two tables of a quarter, and more tables than the budget allows."""

    def tables(self, *values: int) -> list[dict]:
        return [
            table(
                {("x", "a"): (9, 4, 14), (TOTAL, "a"): (value, value - 5, value + 5)},
                name=f"table-{number}",
                dimensions=(f"by-{number}", "channel"),
                method="cell-key",
            )
            for number, value in enumerate(values)
        ]

    def test_another_noise_every_time(self):
        (sentence,) = told(averaging, *self.tables(21, 24))
        assert "2 verschiedenen Rauschwerten in: table-0, table-1" in sentence

    def test_the_same_noise_every_time(self):
        assert told(averaging, *self.tables(21, 21)) == []

    def test_more_than_the_budget(self):
        spent = Outlook(paper(*self.tables(21, 21, 21)), epsilon=0.5, budget=2.0)
        (claim,) = averaging.attack(spent).claims
        assert "3.0" in claim.sentence and "2.0" in claim.sentence
        spent.budget = 3.0
        assert averaging.attack(spent).claims == []


def test_somebody_in_a_sum_of_retrievals_is_told_and_no_claim():
    quarter = table(
        {("qr", "a"): (None, 1, 9)}, name="channel-medium", dimensions=("medium", "channel"), period="2026-Q3"
    )
    assert found(membership, quarter) == {}
    assert "1-mal" in membership.attack(Outlook(paper(quarter))).learned[1]
    assert found(membership, {**quarter, "protection_class": "persons"}) == {("qr", "a", None): (1, 9)}


def test_with_noise_it_is_a_claim():
    cells = {("it", "a"): (6, 1, 11), ("care", "a"): (10, 5, 15), ("law", "a"): (None, 0, 14)}
    quarter = table(cells, name="family-channel", dimensions=("family", "channel"), period="2026-Q3")
    assert found(membership, {**quarter, "method": "cell-key"}) == {("it", "a", None): (1, 11)}
    assert found(membership, quarter) == {}


def test_tables_that_contradict_each_other_are_read_one_by_one():
    first = table({("x", "a"): (20, 20, 24)}, name="one", dimensions=("kind-a", "channel"), period="2026-Q3")
    other = table({("y", "a"): (5, 5, 9)}, name="two", dimensions=("kind-b", "channel"), period="2026-Q3")
    small = table(
        {("z", "a"): (None, 0, 2)}, name="three", dimensions=("kind-c", "channel"), first=MONDAY - WEEK
    )
    assert found(differencing, first, other, small) == {("z", "a", None): (0, 2)}
    outlook = Outlook(paper(first, other, small))
    assert "widersprechen" in differencing.attack(outlook).learned[1]
    assert outlook.apart == 1


@pytest.mark.parametrize(("base", "threshold"), [(5, 5), (5, 10), (3, 3)])
def test_the_lowest_bracket_of_a_sum_begins_at_nobody(base, threshold):
    """Whatever the truth: no sum says by its lowest bracket that somebody was there."""
    fine = [Fact(frozenset({number}), 0, threshold - 1) for number in range(4)]
    for truth in range(threshold):
        asks = [Ask(frozenset(range(4)), truth)]
        (bracket,), _proof = secure(fine, [], asks, Rules(base=base, threshold=threshold))
        assert bracket.lower == 0 and bracket.value is None
