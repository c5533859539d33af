"""Dates, money and strings of a language."""

from __future__ import annotations

import datetime
import re

import pytest

from channels import languages
from channels.languages.language import Language

NO_BREAK = "\u00a0"
DAY = datetime.date(2027, 1, 15)


@pytest.mark.parametrize(
    ("code", "day", "money"),
    [
        ("de", "15. Januar 2027", f"3.303,85{NO_BREAK}€"),
        ("en", "15 January 2027", "€3,303.85"),
        ("fr", "15 janvier 2027", f"3{NO_BREAK}303,85{NO_BREAK}€"),
        ("uk", "15 січня 2027 р.", f"3{NO_BREAK}303,85{NO_BREAK}€"),
        ("ar", "15 يناير 2027", f"3.303,85{NO_BREAK}يورو"),
        ("vi", "ngày 15 tháng 1 năm 2027", f"3.303,85{NO_BREAK}€"),
    ],
)
def test_dates_and_money(code, day, money):
    language = languages.get(code)
    assert (language.day(DAY), language.money(3303.85)) == (day, money)


@pytest.mark.parametrize("code", languages.codes())
def test_numbers_are_the_german_ones(code):
    """Whatever the signs around them: the digits of a fact never change."""
    language = languages.get(code)
    assert re.sub(r"\D", "", language.money(12345.6)) == "1234560"
    assert re.sub(r"\D", "", language.number(19.5)) == "195"
    assert {"15", "2027"} <= set(re.findall(r"\d+", language.day(DAY)))


def test_what_a_file_lacks_is_said_in_german():
    thin = Language("xx", languages.get("de").content, {"label.pay": "Pago"})
    assert thin.text("label.pay") == "Pago"
    assert thin.text("label.hours") == "Arbeitszeit"
    assert not thin.has("label.hours")


def test_values_stay_in_one_piece_in_right_to_left_text():
    assert "\u2068E 9b\u2069" in languages.get("ar").text("value.group", group="E 9b")
    assert "\u2068" not in languages.get("tr").text("value.group", group="E 9b")


def test_an_unknown_language():
    with pytest.raises(KeyError):
        languages.get("../de")
