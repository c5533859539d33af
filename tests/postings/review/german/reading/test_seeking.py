"""A masculine ad with no sign that all are meant: its nouns for the sought person weigh more."""

from __future__ import annotations

from tests.postings.review.german.rewriting import hits

BODY = """
Wir suchen zum 1. Mai einen Hausmeister. Er wohnt in der Dienstwohnung auf dem Gelände.

- Sie halten Gebäude und Hof in Ordnung und lesen die Zähler ab.
- Sie sind Ansprechpartner für Schüler und für Handwerksbetriebe.
- Sie arbeiten 39 Stunden in der Woche in einem kleinen Team.
"""


def severities(text: str) -> dict[str, str | None]:
    return {text[hit.offset : hit.offset + hit.length]: hit.severity for hit in hits(text)}


def test_only_men_are_sought() -> None:
    found = severities("Schulhausmeister gesucht!\n" + BODY)
    assert found == {
        "Schulhausmeister": "must",
        "Hausmeister": "must",
        "Er": "must",
        "Ansprechpartner": None,
        "Schüler": None,
    }


def test_a_sign_anywhere_lowers_the_weight() -> None:
    for sign in ("(m/w/d)", "Wir grüßen alle Bewerber*innen.", "Alle Geschlechter sind willkommen."):
        assert "must" not in severities(f"Schulhausmeister gesucht!\n{BODY}\n{sign}").values()


def test_a_single_sentence_is_no_ad() -> None:
    assert severities("Wir suchen einen Hausmeister.") == {"Hausmeister": None}
