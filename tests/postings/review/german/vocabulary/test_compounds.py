"""Compounds that begin with a person."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import hits, rewritten


def test_a_known_compound_is_a_hint_with_replacements() -> None:
    (hit,) = hits("Wir führen ein Mitarbeitergespräch.", "house")
    assert hit.kind == "compound"
    assert [each.text for each in hit.replacements] == ["Personalgespräch", "Mitarbeiter*innengespräch"]


def test_pair_repeats_the_first_part() -> None:
    assert rewritten("Sie planen die Bürgerbeteiligung.", "pair") == (
        "Sie planen die Bürgerinnen- und Bürgerbeteiligung."
    )


@pytest.mark.parametrize(
    ("word", "neutral"),
    [
        ("Besucherordnung", "Besuchsordnung"),
        ("Mitarbeiterparkhaus", "Personalparkhaus"),
        ("Benutzerordnung", "Benutzungsordnung"),
        ("Ärztemangel", "Mangel an ärztlichem Personal"),
        ("Mitarbeiterfest", "Betriebsfest"),
    ],
)
def test_more_compounds_have_a_better_word(word: str, neutral: str) -> None:
    assert rewritten(f"Das ist: {word}.", "neutral") == f"Das ist: {neutral}."


@pytest.mark.parametrize(
    "word", ["Wählerverzeichnis", "Besucherzentrum", "Bürgeramt", "Meisterbrief", "Schülervertretung"]
)
def test_fixed_names_stay(word: str) -> None:
    assert hits(f"Das ist: {word}.") == []
