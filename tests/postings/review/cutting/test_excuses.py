"""A wording that is denied, or part of a name, excludes nobody."""

from __future__ import annotations

import pytest

from postings.review.cutting import excuses


@pytest.mark.parametrize(
    ("sentence", "words", "following"),
    [
        ("Deutsch als Muttersprache ist nicht nötig.", "Muttersprache", ""),
        ("Muttersprache Deutsch?", "Muttersprache", " Nicht nötig!"),
        ("Deutsch muss nicht Ihre Muttersprache sein.", "Muttersprache", ""),
        ("Wie alt Sie sind, spielt keine Rolle.", "alt", ""),
        ("Einen deutschen Pass brauchen Sie dafür nicht.", "deutschen Pass", ""),
    ],
)
def test_a_denied_demand_asks_for_nothing(sentence: str, words: str, following: str):
    at = sentence.index(words)
    assert excuses.is_denied(sentence, at, at + len(words), following)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Alte Hasen brauchen wir nicht.", "Alte Hasen"),
        ("Erfahrung ist nicht nötig, aber Sie sollten jung sein.", "jung"),
        ("Wir suchen junge Leute, denn Erfahrung zählt.", "junge Leute"),
    ],
)
def test_who_is_not_wanted_is_no_denial(sentence: str, words: str):
    at = sentence.index(words)
    assert not excuses.is_denied(sentence, at, at + len(words))


def test_a_surname_says_nothing_about_age():
    sentence = "Fragen beantwortet Frau Dr. Ingrid Jung."
    at = sentence.index("Jung")
    assert excuses.is_in_name(sentence, at, at + 4)
    assert not excuses.is_in_name("Wir suchen eine Frau Mitte dreißig.", 18, 23)


def test_a_wide_span_of_ages_tells_of_everyone():
    assert excuses.is_every_age("Im Team arbeiten Menschen von 19 bis 64 Jahren.")
    assert not excuses.is_every_age("Das Team ist zwischen 25 und 35 Jahre alt.")
    assert not excuses.is_every_age("Sie sind zwischen 18 und 60 Jahre alt.")
