"""What is said of a thing, an animal or a firm means no person: its masculine predicate stays."""

from __future__ import annotations

import pytest

from postings.review import review
from tests.postings.review.german.rewriting import quotes


def masculine(sentence: str) -> list[str]:
    return [each.quote for each in review(sentence).findings if each.category == "generic-masculine"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Käufer des Grundstücks ist die Wohnbau GmbH.",
        "Der Eisvogel gilt als geschickter Jäger.",
        "Der Chatbot ist ein Lotse durch die Formulare.",
        "Das Fahrrad ist der klare Gewinner der Zählung.",
        "Unsere Partner sind Schulen und Vereine.",
        "Wir suchen eine Schulsekretärin/einen Schulsekretär.",
        "Wir bieten eine Ausbildung zur oder zum Verwaltungsfachangestellten.",
    ],
)
def test_things_firms_and_pairs_are_silent(sentence: str):
    assert masculine(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Die Leitung ist ein erfahrener Ingenieur.", "Ingenieur"),
        ("Die Fachkraft ist Ansprechpartner für alle.", "Ansprechpartner"),
        ("Der Käufer ist zufrieden und dankt der Stadt.", "Käufer"),
        ("Die Bewohner sind auf Hilfe angewiesen.", "Bewohner"),
        ("Die Angestellte ist ein Vertreter der Verwaltung.", "Vertreter"),
    ],
)
def test_people_are_found(sentence: str, word: str):
    assert any(word in quote for quote in masculine(sentence))


def test_a_town_is_a_host_and_no_man() -> None:
    assert not quotes("Hannover ist Gastgeber des Treffens.")
    assert not quotes("Köln bleibt Eigentümer der Halle.")
    assert quotes("Der Koch ist Gastgeber des Treffens.") == ["Koch", "Gastgeber"]
