"""Words of the same form that are people in one sentence and something else in another."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ihre Aufgaben im Einzelnen", []),
        ("Bis ins Einzelne ist das geregelt.", []),
        ("Vom Einzelnen zum Ganzen", []),
        ("Sie beraten den Einzelnen und die Gruppe.", ["Einzelnen"]),
        ("Rumänen und Polen sind uns willkommen.", ["Rumänen", "Polen"]),
        ("Polen und Rumänen sind uns willkommen.", ["Polen", "Rumänen"]),
        ("Sie reisen durch Deutschland und Polen.", []),
        ("Die Leiter und der Anhänger werden jährlich geprüft.", []),
        ("Sie pflegen den Belegungsplaner.", []),
        ("Als gebürtiger Hannoveraner kennen Sie jede Ecke.", ["Hannoveraner"]),
        ("Der Hannoveraner ist ein Pferd.", []),
        ("Sie suchen einen Landschaftsbauer.", ["Landschaftsbauer"]),
        ("Sie greifen zum Hörer und rufen zurück.", []),
        ("An der Kasse geben Sie Hörer für den Audioguide aus.", []),
        ("Sie sprechen mit Hörern unserer Sendung.", ["Hörern"]),
        ("Sie geben Audioführer aus.", []),
    ],
)
def test_people_or_not(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected
