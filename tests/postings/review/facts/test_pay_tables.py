"""Pay groups in every spelling, and the dated tables behind them."""

from __future__ import annotations

import datetime
import itertools

import pytest

from postings.review import review
from postings.review.facts.pay.tables import FOLDER, NO_TABLE, range_of, tables

MAY_2026 = datetime.date(2026, 5, 1)


def facts(text: str, day: datetime.date = MAY_2026) -> dict:
    return review(text, date=day).facts


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Bezahlung nach EGr. 6 TVöD (VKA)", "E 6"),
        ("E-Gr. 9a TVöD", "E 9a"),
        ("Entgeltgr. 8", "E 8"),
        ("EG9b", "E 9b"),
        ("E9b TVöD", "E 9b"),
        ("Entgeltgruppe 9B", "E 9b"),
        ("Entgeltgruppe E 9 b TVöD", "E 9b"),
        ("Entgeltgruppe: 9a", "E 9a"),
        ("Vergütung: EG 06", "E 6"),
        ("TVöD EG 10", "E 10"),
        ("Tarif: TVöD, Gruppe E 11", "E 11"),
        ("Entgeltgruppe 15 Ü TVöD", "E 15ü"),
        ("bewertet mit E 5", "E 5"),
        ("S8a TVöD-SuE", "S 8a"),
        ("S 11 b TVöD", "S 11b"),
        ("P7 TVöD-P", "P 7"),
        ("Bes.-Gr. A 10", "A 10"),
        ("Besoldungsgruppe A11 NBesG", "A 11"),
        ("Besoldung nach A9 (LG 1)", "A 9"),
        ("LG 2.1, A 10", "A 10"),
        ("Wir bieten\n- E 6\n- Urlaub", "E 6"),
        ("Gruppe 3 der Kita", None),
        ("Mit der S-Bahn S 3 kommen Sie zum Tarif von 3 Euro.", None),
        ("E-Bike E 5 statt Gehalt", None),
        ("Raum A 10 im Rathaus", None),
    ],
)
def test_spellings(text: str, group: str | None):
    assert facts(text)["pay_group"] == group


@pytest.mark.parametrize(
    ("group", "day", "low", "high"),
    [
        ("E 9b", "2025-04-01", 3676.89, 5168.65),
        ("E 9b", "2026-05-01", 3779.84, 5313.37),
        ("S 8a", "2025-03-31", 3303.85, 4409.39),
        ("S 8a", "2025-04-01", 3413.85, 4541.67),  # 3 % are less than 110 euros in the first step
        ("P 7", "2026-05-01", 3510.30, 4305.40),
    ],
)
def test_the_table_of_the_day(group: str, day: str, low: float, high: float):
    found = range_of(group, datetime.date.fromisoformat(day))
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_no_table_beyond_the_last_one_and_none_for_civil_servants():
    assert range_of("E 9b", datetime.date(2027, 4, 1)) is None
    found = facts("Besoldungsgruppe A 10 NBesG")["pay_table"]
    assert (found["group"], found["from"], found["source"]) == ("A 10", None, NO_TABLE)
    assert facts("Wir zahlen gut.")["pay_table"] is None


def test_the_first_group_with_a_table_counts():
    found = facts("Besoldungsgruppe A 11 oder Entgeltgruppe 10")
    assert (found["pay_group"], found["pay_table"]["group"]) == ("A 11", "E 10")
    assert found["pay_fits_table"] is None


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Entgeltgruppe 9b, 3.780 bis 5.313 Euro im Monat", True),
        ("Entgeltgruppe 9b, rund 3.600 bis 5.000 Euro im Monat", True),
        ("Entgeltgruppe 9b, 2.400 bis 2.900 Euro im Monat", False),
        ("Entgeltgruppe 5, 4.900 bis 6.800 Euro im Monat", False),
        ("Entgeltgruppe 5, 18 Euro in der Stunde", None),
        ("Entgeltgruppe 9b, 2.000 Euro im Monat für 19,5 Wochenstunden", None),
        ("Entgeltgruppe 9b", None),
    ],
)
def test_whether_the_amount_fits_its_group(text: str, fits: bool | None):
    assert facts(text)["pay_fits_table"] is fits


def test_every_table_names_its_source_and_holds_rising_steps():
    assert len(tables()) == len(list(FOLDER.glob("*.toml"))) >= 7
    for table in tables():
        assert table.source and table.url.startswith("https://")
        assert table.valid_from < table.valid_to
        for group, steps in table.groups.items():
            real = [amount for amount in steps if amount]
            assert group.startswith(f"{table.series} "), group
            assert real == sorted(real) and len(steps) == 6, group


def test_tables_of_a_series_follow_each_other_without_a_gap():
    for _, series in itertools.groupby(tables(), key=lambda table: table.series):
        for earlier, later in itertools.pairwise(series):
            assert later.valid_from - earlier.valid_to == datetime.timedelta(days=1)
            for group, steps in earlier.groups.items():
                assert all(new >= old for new, old in zip(later.groups[group], steps, strict=True)), group
