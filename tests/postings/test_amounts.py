"""Dates and money in the language that is being spoken."""

from __future__ import annotations

import datetime

import pytest
from django.utils import translation

from postings import amounts

SAID = {
    "de": ("15. Januar 2027", "3.303,85 €", "3.780", "39", "19,5"),
    "en": ("15 January 2027", "€3,303.85", "3,780", "39", "19.5"),
}


@pytest.mark.parametrize("code", SAID)
def test_in_both_languages(code):
    with translation.override(code):
        assert SAID[code] == (
            amounts.day(datetime.date(2027, 1, 15)),
            amounts.money(3303.85),
            amounts.whole(3779.84),
            amounts.number(39.0),
            amounts.number(19.5),
        )
        assert amounts.day("2027-01-15") == SAID[code][0]
