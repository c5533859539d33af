"""First openings of a device: proven with all other tables, and only if the setting was on throughout."""

from __future__ import annotations

import datetime

import pytest
from django.db import transaction

from outreach.reach import released, releases
from outreach.reach.models import Counter, Deduplication, LedgerEntry, MonthCount
from outreach.reach.opening import devices
from outreach.reach.protection.secondary import Ask, Rules, secure
from outreach.reach.releases import ledger, registry
from outreach.reach.releases.calendar import quarter
from outreach.reach.rollups.folding import roll_up
from tests.outreach.reach.releases.conftest import BEGAN, NOW
from tests.outreach.reach.releases.test_quarters import QUARTERLY, everything_released, truth_of

pytestmark = pytest.mark.django_db
NAME = "device-channel"
WEEK = datetime.timedelta(days=7)
PERIOD = quarter(2026, 3, NOW.date() - datetime.timedelta(days=1))


@pytest.fixture
def on(db):
    """De-duplication within 30 minutes, since long before the quarter."""
    Deduplication.objects.create(since=PERIOD.first - WEEK, minutes=30)


@pytest.fixture
def told_apart(ads, on):
    """told_apart(12): ads of which about two thirds of the openings are first ones of a device."""

    def make(number: int, **more):
        links = ads(number, **more)
        for place, row in enumerate(list(Counter.objects.filter(kind="person").order_by("pk"))):
            again = row.total // 3
            row.kind, row.total = "first", row.total - again
            row.save()
            kind = "repeat" if place % 4 else "person"  # somebody who objects is never told from others
            Counter.objects.create(link=row.link, slot=row.slot, kind=kind, medium=row.medium, total=again)
        return links

    return make


def test_off_by_default_there_is_no_such_table(ads):
    ads(12)
    releases.release_due(NOW)
    assert set(released.names()) == {"posting-channel", *QUARTERLY}
    assert not LedgerEntry.objects.filter(table=NAME).exists()


@pytest.mark.parametrize(
    ("since", "minutes"),
    [(PERIOD.first, 30), (BEGAN.date(), 0), (NOW.date() - 2 * WEEK, 60)],
    ids=["on too late", "off in between", "other minutes at the end"],
)
def test_not_on_throughout_there_is_none_and_nothing_is_held(told_apart, since, minutes):
    told_apart(12)
    if minutes == 30:
        Deduplication.objects.all().delete()
    Deduplication.objects.create(since=since, minutes=minutes)
    releases.release_due(NOW)
    releases.release_due(NOW + WEEK)
    assert set(released.names()) == {"posting-channel", *QUARTERLY}
    assert not LedgerEntry.objects.filter(table=NAME).exists()


def test_every_bracket_holds_the_truth_and_says_which_kind_it_is(told_apart):
    told_apart(12)
    releases.release_due(NOW)
    table, truth = released.latest(NAME), truth_of(NAME)
    assert {key[0] for key in table.inner()} == {"first-30", "other-30"}
    assert "30 Minuten" in table.label("device", "first-30")
    assert "Serverprozess" in table.label("device", "first-30")
    for key, count in truth.items():
        assert table.cells[key].lower <= count <= table.cells[key].upper
    firsts = sum(row.total for row in Counter.objects.filter(kind="first"))
    assert sum(count for key, count in truth.items() if key[0] == "first-30") == firsts
    assert any(figure.value for key, figure in table.inner().items() if key[0] == "first-30")


def test_first_and_other_are_all_openings(told_apart):
    told_apart(12)
    releases.release_due(NOW)
    table, kinds = released.latest(NAME), released.latest("kind-quarter")
    for (kind, channel), whole in kinds.inner().items():
        if kind == "person":
            first, other = table.cells["first-30", channel], table.cells["other-30", channel]
            assert first.lower + other.lower <= whole.lower
            assert whole.upper <= first.upper + other.upper
            assert (
                other.lower <= whole.upper - first.lower + 4
            )  # no wider than everybody can work out, on the grid
            assert table.cells["*", channel].lower == first.lower + other.lower


def test_all_other_figures_are_those_of_a_city_that_tells_no_devices_apart(told_apart):
    """The partition is asked last: it costs no other table a digit."""
    told_apart(12)
    with transaction.atomic():
        releases.release_due(NOW)
        assert NAME in released.names()
        with_it = {name: released.latest(name).cells for name in QUARTERLY}
        transaction.set_rollback(True)
    Deduplication.objects.all().delete()
    releases.release_due(NOW)
    assert {name: released.latest(name).cells for name in QUARTERLY} == with_it


def test_an_outsider_with_all_tables_and_a_solver_learns_no_cell(told_apart):
    told_apart(20)
    releases.release_due(NOW)
    fine, others = everything_released((*QUARTERLY, NAME))
    fine = [fact for fact in fine if len(fact.atoms) == 4]
    found, proof = secure(fine, others, [Ask(cell.atoms, cell.lower) for cell in fine], Rules())
    assert proof.open == 0
    assert [(bracket.lower, bracket.upper) for bracket in found] == [
        (cell.lower, cell.upper) for cell in fine
    ]


def test_hidden_cells_stay_hidden_beside_a_first_count_that_would_tell_them(told_apart):
    """Ten cells of at most 4 and 40 first openings: each of them would be 4."""
    links = told_apart(10)
    Counter.objects.all().delete()
    for link in links:
        Counter.objects.create(link=link, slot=BEGAN.date(), kind="first", medium="link", total=4)
    releases.release_due(NOW)
    table = released.latest(NAME)
    hidden = released.latest("posting-channel").inner()
    assert all(figure.hidden and figure.upper == 4 for figure in hidden.values())
    for channel in {key[1] for key in hidden}:
        assert table.cells["first-30", channel].lower < 40 - 4


def test_the_counts_are_the_same_once_the_days_are_summed_up(told_apart):
    told_apart(8)
    releases.release_due(NOW)  # days wait for the week that counts them
    before = truth_of(NAME)
    assert roll_up(NOW.date() + 10 * WEEK) and not Counter.objects.exists()
    assert {"first", "repeat", "person"} <= set(MonthCount.objects.values_list("kind", flat=True))
    assert truth_of(NAME) == before and any(before.values())


def test_the_book_holds_it_and_a_second_quarter_is_another_one(told_apart):
    told_apart(6)
    releases.release_due(NOW)
    assert ledger.problems() == []
    assert LedgerEntry.objects.filter(kind="released", table=NAME).count() == 1
    before = released.latest(NAME)
    Counter.objects.update(total=4000)
    releases.release_due(NOW + WEEK)
    assert released.latest(NAME) == before


class TestNoise:
    @pytest.fixture(autouse=True)
    def noisy(self, city):
        city(method="cell-key", noise_epsilon=0.5, noise_width=5, budget_per_year=20.0)

    def test_first_openings_are_noisy_and_the_rest_is_what_everybody_can_work_out(self, told_apart):
        told_apart(12, factor=5)
        releases.release_due(NOW)
        table, kinds, truth = released.latest(NAME), released.latest("kind-quarter"), truth_of(NAME)
        assert table.method == "cell-key"
        assert ledger.problems() == []
        for (device, channel), count in truth.items():
            figure, whole = table.cells[device, channel], kinds.cells["person", channel]
            first = table.cells["first-30", channel]
            assert figure.lower <= count <= figure.upper
            if device == "first-30":
                assert figure.value is not None and figure.upper - figure.lower <= 10
            else:
                least, most = whole.lower - first.upper, whole.upper - first.lower
                assert figure.lower <= least and figure.upper == most
                assert least <= 0 or least >= 5  # nobody for all we know, or certainly at least the threshold

    def test_beside_a_sum_that_was_held_back_nothing_is_told(self):
        first, rest = frozenset({0}), frozenset({1})
        asks = [Ask(first, 300, rest=rest), Ask(rest, 100, closed=True)]
        found, _proof = secure([], [], asks, Rules(noise=lambda number, truth: truth, width=5))
        assert [(bracket.value, bracket.lower) for bracket in found] == [(None, 0)] * 2

    @pytest.mark.parametrize("again", range(41))
    def test_whatever_the_counts_the_rest_is_nobody_or_no_secret(self, again):
        """All openings were published as 35 … 45; the noise of the first ones is the worst there is."""
        whole, first, rest = frozenset({0, 1}), frozenset({0}), frozenset({1})
        for drawn in range(-5, 6):
            asks = [
                Ask(whole, 40),
                Ask(first, 40 - again, rest=rest),
                Ask(rest, again, closed=True),
            ]
            noise = lambda number, truth, drawn=drawn: truth + (drawn if number == 1 else 0)  # noqa: E731
            found, _proof = secure([], [], asks, Rules(noise=noise, width=5))
            all_of_them, one, other = found
            assert one.lower <= 40 - again <= one.upper
            assert other.lower <= again <= other.upper
            least = all_of_them.lower - one.upper
            assert least <= 0 or least >= 5
            assert one.lower == 0 or one.lower >= 5


def test_names_and_keys():
    assert devices.key(devices.FIRST, 30) == "first-30"
    assert devices.read("first-30") == (True, 30) and devices.read("other-5") == (False, 5)
    assert devices.read("*") is devices.read("first") is devices.read("person-30") is None
    assert devices.rest_of("first-30") == "other-30" and devices.rest_of("other-30") == ""
    assert registry.find(NAME).rest(("first-30", "7")) == ("other-30", "7")
    assert "Obergrenze für Geräte" in devices.explained(30)
