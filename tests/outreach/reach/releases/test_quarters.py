"""The tables of a closed quarter: true within their brackets, proven against all others, out once."""

from __future__ import annotations

import datetime

import pytest
from django.db import transaction

from outreach.reach import released, releases
from outreach.reach.models import Counter, LedgerEntry, Release
from outreach.reach.protection.secondary import Ask, Fact, Rules, secure
from outreach.reach.releases import budget, ledger, quarters, registry
from outreach.reach.releases.calendar import DAY, quarter
from tests.outreach.reach.releases.conftest import BEGAN, NOW

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)
QUARTERLY = ("channel-medium", "channel-month", "district-channel", "family-channel", "kind-quarter", "language-channel")  # fmt: skip  # noqa: E501


def truth_of(name: str) -> dict[tuple[str, ...], int]:
    return registry.find(name).count(quarter(2026, 3, NOW.date() - DAY))


def counts_in(cell: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return all(wanted in ("*", found) for wanted, found in zip(key, cell, strict=True))


def test_all_tables_of_the_quarter_come_out_with_the_week_they_ride_on(ads):
    ads(12)
    releases.release_due(NOW)
    assert set(released.names()) == {"posting-channel", *QUARTERLY}
    for name in QUARTERLY:
        table = released.latest(name)
        assert (table.period, table.first, table.last) == (
            "2026-Q3",
            datetime.date(2026, 6, 29),
            datetime.date(2026, 11, 8),
        )
        assert table.dimensions[1] == "channel" and table.base == 5


@pytest.mark.parametrize("name", QUARTERLY)
def test_every_bracket_holds_the_truth_and_sums_fit_their_cells(ads, name):
    ads(12)
    releases.release_due(NOW)
    table, truth = released.latest(name), truth_of(name)
    assert set(table.inner()) == set(truth)
    for key, figure in table.cells.items():
        true = sum(
            n for cell, n in truth.items() if all(k in ("*", c) for k, c in zip(key, cell, strict=True))
        )
        assert figure.lower <= true <= figure.upper
        assert figure.value is None or figure.lower == figure.value >= 5
        whole = released.add(found for cell, found in table.inner().items() if counts_in(cell, key))
        assert figure.lower >= whole.lower and figure.upper <= whole.upper


def everything_released(table_names: tuple[str, ...]) -> tuple[list[Fact], list[Fact]]:
    """What an outsider knows: the running table's cells, and every other figure as a sum over atoms."""
    period = quarter(2026, 3, NOW.date() - DAY)
    atoms = registry.find("family-channel").source.count(period)  # only the names are used

    def facts(name: str) -> list[Fact]:
        definition, table = registry.find(name), released.latest(name)
        groups: dict[tuple[str, ...], set[int]] = {}
        for number, atom in enumerate(atoms):
            if (cell := definition.key(atom)) is None:
                continue
            for key in table.cells:
                if counts_in(cell, key):
                    groups.setdefault(key, set()).add(number)
        return [
            Fact(frozenset(numbers), table.cells[key].lower, table.cells[key].upper)
            for key, numbers in groups.items()
        ]

    fine = [fact for fact in facts("posting-channel") if len(fact.atoms) == 2]
    return fine, [fact for name in table_names for fact in facts(name)]


def test_an_outsider_with_all_tables_and_a_solver_learns_no_cell(ads):
    """The independent reader: puts everything released into one system, sums over channels and all."""
    ads(20)
    releases.release_due(NOW)
    fine, others = everything_released(QUARTERLY)
    asks = [Ask(cell.atoms, cell.lower) for cell in fine]
    found, proof = secure(fine, others, asks, Rules())
    assert proof.open == 0
    brackets = [(bracket.lower, bracket.upper) for bracket in found]
    assert brackets == [(cell.lower, cell.upper) for cell in fine]


def test_released_once_and_not_before_it_has_settled(ads):
    ads(6)
    early = datetime.datetime(2026, 10, 6, 6, 0, tzinfo=NOW.tzinfo)  # one week after the quarter's end
    releases.release_due(early)
    assert released.names() == ("posting-channel",)
    releases.release_due(early + WEEK)
    before = released.latest("family-channel")
    Counter.objects.update(total=4000)
    releases.release_due(early + 2 * WEEK)
    assert released.latest("family-channel") == before
    assert Release.objects.filter(table="family-channel").count() == 1


def test_an_ad_belongs_to_one_quarter(ads):
    ads(6)
    ads(6, began=BEGAN - 13 * WEEK)
    releases.release_due(NOW)
    second, third = released.history("family-channel")
    assert (second.period, third.period) == ("2026-Q2", "2026-Q3")
    channels = [{key[1] for key in table.inner()} for table in (second, third)]
    assert not channels[0] & channels[1]


def test_a_table_made_up_later_is_held_back(ads, monkeypatch):
    ads(6)
    family = registry.find("family-channel")
    known = [table for table in registry.tables("quarter") if table is not family]
    monkeypatch.setattr(
        quarters, "tables", lambda period: known if period == "quarter" else registry.tables(period)
    )
    releases.release_due(NOW)
    monkeypatch.undo()
    for week in (1, 2):
        releases.release_due(NOW + week * WEEK)
    assert "family-channel" not in released.names()
    (held,) = LedgerEntry.objects.filter(kind="held")
    assert held.table == "family-channel" and "schon veröffentlicht" in held.note


def test_one_source_that_fails_stops_no_other(ads, monkeypatch, caplog):
    ads(6)
    broken = registry.Source("broken", ("step",), lambda period: 1 / 0)
    table = registry.TableDefinition(
        name="broken", title="T", measure="hired", protection_class="persons",
        dimensions=("step",), period="quarter", source=broken,
    )  # fmt: skip
    monkeypatch.setattr(
        quarters,
        "tables",
        lambda period: [*registry.tables(period), *([table] if period == "quarter" else [])],
    )
    releases.release_due(NOW)
    assert "family-channel" in released.names() and "broken" not in released.names()
    assert "could not be released" in caplog.text


def people(counts: dict[tuple[str, str], int], name: str = "people", **rest) -> registry.TableDefinition:
    """A table of people: (posting, step) -> how many."""
    own = registry.Source("people", ("posting", "step"), lambda period: counts)
    facts = {"title": "T", "measure": "hired", "protection_class": "persons", "period": "quarter"}
    return registry.TableDefinition(name=name, **{**facts, "source": own, **rest})


def release_only(monkeypatch, *tables: registry.TableDefinition) -> None:
    monkeypatch.setattr(quarters, "tables", lambda period: list(tables) if period == "quarter" else [])
    quarters.release_quarters(BEGAN.date(), NOW.date() - DAY, NOW)


def test_a_count_of_people_that_comes_from_one_ad_alone_is_hidden(monkeypatch):
    counts = {("1", "hired"): 40, ("2", "hired"): 2, ("1", "invited"): 20, ("2", "invited"): 25}
    steps = people(counts, "steps", dimensions=("step",), key=lambda atom: (atom[1],))
    swapped = people(
        counts, "swapped", source=steps.source, dimensions=("step",), key=lambda atom: (atom[1],)
    )
    release_only(monkeypatch, steps, swapped)
    cells = released.latest("steps").cells
    assert cells["hired",].reason == "dominated" and cells["hired",].hidden
    assert cells["invited",].value == 45


def test_the_only_table_of_a_source_is_rounded_cell_by_cell_with_proven_sums(monkeypatch):
    counts = {(str(ad), "hired"): ad % 9 for ad in range(30)}
    table = people(counts, dimensions=("posting", "step"), key=lambda atom: atom, summed=("posting",))
    release_only(monkeypatch, table)
    found = released.latest("people")
    total = found.cells["*", "hired"]
    assert total.lower <= sum(counts.values()) <= total.upper and total.upper - total.lower < 10
    assert all(figure.upper - figure.lower == 4 for figure in found.inner().values())


class TestNoise:
    @pytest.fixture(autouse=True)
    def noisy(self, city):
        city(method="cell-key", noise_epsilon=0.5, noise_width=5, budget_per_year=4.0)

    def test_noise_stays_within_its_bounds_and_costs_budget(self, ads):
        ads(12)
        releases.release_due(NOW)
        table, truth = released.latest("family-channel"), truth_of("family-channel")
        assert table.method == "cell-key"
        assert all(table.cells[key].lower <= n <= table.cells[key].upper for key, n in truth.items())
        (account,) = budget.accounts()
        assert (account.measure, account.year) == ("openings", 2026)
        assert 0 < account.spent <= account.allowed == 4.0
        assert released.latest("posting-channel").method == "rounding"  # it grows: see protection.noise

    def test_what_the_budget_has_not_enough_for_is_held(self, ads, city):
        city(method="cell-key", noise_epsilon=0.5, noise_width=5, budget_per_year=1.0)
        ads(12)
        releases.release_due(NOW)
        assert released.names() == ("family-channel", "posting-channel")
        held = LedgerEntry.objects.filter(kind="held")
        assert held.count() == 5 and all("aufgebraucht" in entry.note for entry in held)

    def test_asked_again_it_says_the_same(self, ads):
        ads(12)
        seen = []
        for _again in range(2):
            with transaction.atomic():
                releases.release_due(NOW)
                seen.append(released.latest("family-channel").cells)
                transaction.set_rollback(True)
        assert seen[0] == seen[1] and any(figure.value for figure in seen[0].values())

    def test_without_the_key_every_answer_is_another(self, ads, settings):
        settings.REACH_SWITCHED_OFF = ["keyed"]
        ads(12)
        seen = []
        for _again in range(3):
            with transaction.atomic():
                releases.release_due(NOW)
                seen.append(str(released.latest("family-channel").cells))
                transaction.set_rollback(True)
        assert len(set(seen)) > 1


@pytest.mark.parametrize("switch", ["secondary", "ledger", "primary", "rounding"])
def test_switched_off_more_is_told(ads, settings, switch):
    """What the attack suite relies on."""
    ads(20)
    if switch in ("secondary", "ledger"):  # cells just below the threshold: their sum is at its end
        Counter.objects.filter(medium="qr").delete()
        Counter.objects.filter(kind="person").update(total=4)
    settings.REACH_SWITCHED_OFF = [switch]
    releases.release_due(NOW)
    fine, others = everything_released(QUARTERLY)
    widths = {cell.upper - cell.lower for cell in fine}
    if switch == "rounding":
        assert 0 in widths
    elif switch == "primary":
        assert 0 in widths or 3 in widths
    else:
        sums = [Ask(cell.atoms, cell.lower) for cell in fine]
        found, proof = secure(fine, others, sums, Rules())
        closer = [new for new, old in zip(found, fine, strict=True) if new[1:3] != (old.lower, old.upper)]
        assert closer or proof.open


def test_the_book_holds_every_table(ads):
    ads(6)
    releases.release_due(NOW)
    assert ledger.problems() == []
    assert LedgerEntry.objects.filter(kind="released").count() == Release.objects.count() == 7
    assert "Bewiesen für" in LedgerEntry.objects.get(table="family-channel").note
