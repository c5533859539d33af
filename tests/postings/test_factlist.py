"""Facts in German words; what is not known is not said."""

import pytest
from django.utils import translation

from postings.factlist import factlist, german_needed, hours, panel_rows, pay, pay_table, start
from postings.review.facts.german.needed import FAMILIES


def values(**facts) -> dict[str, str]:
    return {fact["key"]: fact["value"] for fact in factlist(facts)}


def test_an_empty_ad_says_only_where_the_city_is():
    assert [line["key"] for line in factlist({})] == ["place"]


def test_the_next_possible_day_reads_as_a_phrase():
    assert start({"start": "nächstmöglichen Zeitpunkt"}) == "zum nächstmöglichen Zeitpunkt"
    assert start({"start": "1. März 2027"}) == "1. März 2027"


def test_order_and_formats():
    facts = {
        "deadline": "2027-01-15",
        "place": "Rathaus",
        "language_level": "B2",
        "pay_min": 3303.85,
        "pay_max": 4409.39,
        "pay_period": "month",
        "hours": 39.0,
        "limited_until": "2028-12-31",
        "start_date": "2027-03-01",
    }
    assert [fact["key"] for fact in factlist(facts)] == [
        "pay", "hours", "place", "language", "deadline", "start", "contract",
    ]  # fmt: skip
    assert values(**facts) == {
        "pay": "3.303,85 € bis 4.409,39 € im Monat",
        "hours": "39 Stunden in der Woche",
        "place": "Rathaus",
        "language": "Niveau B2",
        "deadline": "15. Januar 2027",
        "start": "1. März 2027",
        "contract": "befristet bis 31. Dezember 2028",
    }


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"pay_min": 15.2, "pay_max": 15.2, "pay_period": "hour"}, "15,20 € in der Stunde"),
        ({"pay_min": 40000, "pay_period": "year"}, "ab 40.000,00 € im Jahr"),
        ({"pay_max": 2500.0}, "bis zu 2.500,00 €"),
        ({"pay_group": "S 8b"}, "Gruppe S 8b"),
        ({"pay_group": "A 10", "pay_min": 3000.0, "pay_period": "month"}, "ab 3.000,00 € im Monat (A 10)"),
        ({}, ""),
    ],
)
def test_pay(facts, words):
    assert pay(facts) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"hours": 39.0, "part_time": True}, "39 Stunden in der Woche, auch in Teilzeit"),
        ({"hours": 19.5, "part_time": True}, "19,5 Stunden in der Woche (Teilzeit)"),
        ({"hours": 39.0, "part_time": False}, "39 Stunden in der Woche"),
        ({"full_time": True, "part_time": True}, "Vollzeit oder Teilzeit"),
        ({"part_time": True}, "Teilzeit möglich"),
        ({"full_time": True}, "Vollzeit"),
        ({"part_time": None}, ""),
    ],
)
def test_hours(facts, words):
    assert hours(facts) == words


@pytest.mark.parametrize(("limited", "words"), [(True, "befristet"), (False, "unbefristet"), (None, None)])
def test_contract(limited, words):
    assert values(limited=limited).get("contract") == words


def test_nothing_reorders_or_breaks_lines():
    assert values(place="Rat\u202ehaus\r\nX: y")["place"] == "Rathaus X: y"


def test_editors_see_the_pay_table_and_whether_the_amount_fits():
    table = {"group": "E 9b", "from": 3779.84, "to": 5313.37, "valid_from": "2026-05-01"}
    assert pay_table({"pay_table": table}) == (
        "E\u00a09b: 3.780 bis 5.313 € im Monat in Vollzeit (Tabelle ab 1. Mai 2026)"
    )
    assert pay_table({"pay_table": table, "pay_fits_table": False}).endswith("bitte prüfen")
    assert pay_table({"pay_table": {**table, "from": None}}) == "E\u00a09b: keine Tabelle hinterlegt"
    assert pay_table({"pay_table": None}) == ""


def test_editors_see_what_the_german_means_and_needs():
    facts = {"language_level_meant": "C1", "language_asked_as": "perfektes Deutsch",
             "language_level_needed": {"level": "A2", "why": "Kurze Anweisungen genügen."}}  # fmt: skip
    assert german_needed(facts) == (
        "„perfektes Deutsch“ heißt etwa C1. Meist genügt A2. Kurze Anweisungen genügen."
    )
    assert german_needed({}) == ""


def test_the_table_stands_beside_the_pay_and_the_degree_in_its_words():
    table = {"group": "E 9b", "from": None}
    facts = {"title": "Leitung", "pay_group": "E 9b", "pay_table": table, "degree_required": True}
    rows = panel_rows({**facts, "qualification": "ein Studium"})
    assert [row["key"] for row in rows][:3] == ["title", "pay", "table"]
    assert {row["key"]: row["value"] for row in rows}["degree"] == "ja: „ein Studium“"


def test_a_limited_contract_says_why():
    facts = {"limited": True, "limited_until": "2028-12-31", "limited_reason": "Elternzeitvertretung"}
    assert values(**facts)["contract"] == "befristet bis 31. Dezember 2028 (Elternzeitvertretung)"


def test_why_so_much_german_is_told_in_the_readers_language():
    for family in FAMILIES:
        facts = {"language_level_needed": {"level": family.level, "family": family.id, "why": family.why}}
        assert german_needed(facts) == f"Meist genügt {family.level}. {family.why}"
        with translation.override("en"):
            told = german_needed(facts)
        assert told.startswith(f"Mostly {family.level} is enough. ") and family.why not in told
