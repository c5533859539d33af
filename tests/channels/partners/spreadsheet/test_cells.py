"""No cell becomes a formula, and every cell comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.partners.spreadsheet.cells import clean, guarded, phone_in, phone_out, unguarded

STARTS = "=+-@|%\t\r\n"
TEXT = st.text(
    st.sampled_from("=+-@|%'\t\r\n \u00a0\ufeff\x00aä;\"1") | st.characters(codec="utf-8"), max_size=12
)


@given(TEXT)
def test_no_cell_starts_a_formula(text):
    cell = guarded(text)
    assert not cell.lstrip(" \u00a0\ufeff\u200b\u3000").startswith(tuple(STARTS))
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in cell)


@given(TEXT)
def test_every_text_comes_back(text):
    assert unguarded(guarded(text)) == clean(text)


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "  =cmd|' /C calc'!A0", "'=1", "''=1", "\t=1", "-5", "%x"]
)
def test_known_attacks_stay_text(text):
    assert guarded(text).startswith("'") and unguarded(guarded(text)) == clean(text)


@pytest.mark.parametrize("number", ["+49 511 168-0", "0511 168-0", "(0511) 1680", ""])
def test_telephone_numbers_are_not_spoilt(number):
    cell = phone_out(number)
    assert "'" not in cell and not cell.startswith(tuple(STARTS))
    assert phone_in(cell) == number
    assert phone_in(number) == number
