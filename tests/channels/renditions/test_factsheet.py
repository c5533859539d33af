"""Facts in many languages: the same facts, nothing invented, nothing in German that could be told."""

from __future__ import annotations

import re

import pytest

from channels import languages
from channels.renditions import factsheet
from tests.channels.conftest import FACTS

ALL = {**FACTS, "deadline": "2027-01-31", "start": "nächstmöglichen Zeitpunkt"}


def told(code: str, **facts) -> dict[str, str]:
    return {
        line["key"]: line["value"]
        for line in factsheet.lines({**ALL, **facts}, languages.get(code), "Neustadt")
    }


def test_a_turkish_fact_sheet():
    assert told("tr") == {
        "pay": "ayda 3.303,85\u00a0€ – 4.409,39\u00a0€ · E 9b grubu",
        "hours": "haftada 39 saat · yarı zamanlı da olabilir",
        "place": "Neustadt",
        "language": "B2 düzeyi",
        "deadline": "31 Ocak 2027",
        "start": "mümkün olan en kısa zamanda",
        "contract": "süresiz",
    }


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_tells_the_same_facts(code):
    german, other = told("de"), told(code)
    assert list(other) == list(german)
    digits = {key: sorted(re.findall(r"\d", value)) for key, value in german.items()}
    for key in ("pay", "hours", "language"):
        assert sorted(re.findall(r"\d", other[key])) == digits[key], key


@pytest.mark.parametrize("code", [code for code in languages.codes() if code not in {"de", "de-simple"}])
def test_no_german_is_left_in_what_is_told(code):
    """Place names stay, and "Niveau B2" is French, too."""
    german = {value for key, value in told("de").items() if key not in {"place", "language"}}
    assert not german & set(told(code).values())


def test_a_missing_fact_is_left_out():
    keys = told("ar", pay_min=None, pay_max=None, pay_group=None, language_level=None, limited=None, start="")
    assert list(keys) == ["hours", "place", "deadline"]


def test_a_start_in_german_words_is_quoted_as_german():
    facts = {**ALL, "start": "zum Schuljahresbeginn"}
    lines = {line["key"]: line for line in factsheet.lines(facts, languages.get("en"), "Neustadt")}
    assert (lines["start"]["value"], lines["start"]["lang"]) == ("zum Schuljahresbeginn", "de")


def test_only_what_the_ad_promises_is_promised():
    english = languages.get("en")
    assert factsheet.sentences([], english) == [english.text("sentence.no_fee")]
    assert english.text("sentence.encouragement") in factsheet.sentences(["encouragement"], english)
