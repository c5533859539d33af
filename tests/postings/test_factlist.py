"""Facts in German words; what is not known is not said."""

import pytest

from postings.factlist import factlist, hours, pay, start


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
