"""Names, numbers and texts in the form the Bundesagentur takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.renditions.hrba import fields


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Aylin Demir", ("", "", "Aylin", "Demir")),
        ("Frau Dr. Aylin Demir", ("2", "Dr.", "Aylin", "Demir")),
        ("Herr Prof. Dr. med. Jan von der Heide", ("1", "Prof. Dr. med.", "Jan", "von der Heide")),
        ("Herrn Müller-Lüdenscheidt", ("1", "", "", "Müller-Lüdenscheidt")),
        ("Aylin Demir oder Jan Kern", ("", "", "Aylin", "Demir")),
        ("Jan Kern (Fachbereich Personal)", ("", "", "Jan", "Kern")),
        ("Team 4", ("", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_names(name, expected):
    who = fields.person(name)
    assert (who.salutation, who.title, who.given, who.family) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0511 168-1234", ("49", "511", "1681234")),
        ("+49 511 168-1234", ("49", "511", "1681234")),
        ("+49 (0)511 168-1234", ("49", "511", "1681234")),
        ("(0511) 168 12 34", ("49", "511", "1681234")),
        ("0511/1681234", ("49", "511", "1681234")),
        ("05111681234", None),
        ("168-1234", None),
        ("", None),
    ],
)
def test_phones(number, expected):
    assert fields.phone(number) == expected


@given(st.text(max_size=300))
def test_names_are_names_or_nothing(name):
    who = fields.person(name)
    assert not any(letter.isdigit() for letter in who.family)


@given(st.text(max_size=300), st.integers(5, 80))
def test_short_is_short(text, limit):
    assert len(fields.shortened(text, limit)) <= limit


def test_titles_are_cut_between_words():
    shown = fields.title(
        "Sachbearbeitung (m/w/d) für Grundsatzangelegenheiten der Stadtentwässerung und Abfall"
    )
    assert shown == "Sachbearbeitung für Grundsatzangelegenheiten der"


@given(st.text(max_size=400), st.integers(1, 40))
def test_the_text_fits_and_ends_with_the_link(text, times):
    shown = fields.objective("\n".join([text] * times), "https://jobs.example/l/x")
    assert len(shown) <= fields.OBJECTIVE and shown.endswith("https://jobs.example/l/x")


def test_the_text_is_plain():
    shown = fields.objective("## Aufgaben\n- Sie **beraten**.\n\nGut.", "https://a.example")
    assert shown.startswith("Aufgaben\n- Sie beraten.\n\nGut.\n")
