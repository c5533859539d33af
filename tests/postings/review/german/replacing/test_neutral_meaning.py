"""Neutral wordings that must not say something else, nor sound like a form."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import rewritten


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        # An honorary judge is no court; a flat's owner need not possess it.
        (
            "Ein ehrenamtlicher Richter darf es lesen.",
            "Eine ehrenamtliche Person im Richteramt darf es lesen.",
        ),
        ("Der Richter entschied am Montag.", "Das Gericht entschied am Montag."),
        ("Der Eigentümer zahlt.", "Die eigentumsberechtigte Person zahlt."),
        # Counted people who belong to a house.
        ("Die 60 Bewohner des Hauses feiern.", "Die 60 Bewohnenden des Hauses feiern."),
        ("Dort feiern 60 Bewohner.", "Dort feiern 60 Menschen."),
        # Who speaks for a house, and for a group that has no such office.
        ("Ein Sprecher der Polizei bestätigte es.", "Die Pressestelle der Polizei bestätigte es."),
        (
            "Nach Angaben eines Polizeisprechers brannte es.",
            "Nach Angaben der Pressestelle der Polizei brannte es.",
        ),
        ("Ein Sprecher der Elterninitiative kam.", "Eine Sprechperson der Elterninitiative kam."),
        # Officials of the police and of other services.
        ("Die Beamten nahmen den Mann fest.", "Die Einsatzkräfte nahmen den Mann fest."),
        (
            "Als Beamter im technischen Dienst arbeiten Sie hier.",
            "Als verbeamtete Person im technischen Dienst arbeiten Sie hier.",
        ),
        ("Die Polizisten tragen Kameras.", "Die Polizei trägt Kameras."),
        ("Zwei Polizisten tragen Kameras.", "Zwei Polizeikräfte tragen Kameras."),
        ("Hinweise von Zeugen nimmt die Wache an.", "Hinweise aus der Bevölkerung nimmt die Wache an."),
        ("Wir danken den freiwilligen Helfern.", "Wir danken den Freiwilligen."),
        ("Sie sind Ihr eigener Chef.", "Sie arbeiten eigenverantwortlich."),
        ("Als Pressesprecher sind Sie bekannt.", "In der Pressestelle sind Sie bekannt."),
        ("Sie ließ es über ihren Anwalt sagen.", "Sie ließ es über ihre anwaltliche Vertretung sagen."),
        # Lists: no word twice, the ending of the article they share, no second "aus".
        (
            "Hier arbeiten Ingenieure, Techniker und Azubis.",
            "Hier arbeiten Fachkräfte für Ingenieurwesen, technische Fachkräfte und Azubis.",
        ),
        (
            "Sie prüfen die Anträge der Vereine und Veranstalter.",
            "Sie prüfen die Anträge der Vereine und Veranstaltenden.",
        ),
        ("Handwerker aus der Region helfen.", "Handwerkliche Fachkräfte aus der Region helfen."),
        ("Bei 400 Beamten geht das.", "Bei 400 Verbeamteten geht das."),
        # Sought, or told of.
        ("Wir suchen Landwirte.", "Wir suchen Fachkräfte für Landwirtschaft."),
        ("Die Landwirte klagen.", "Die landwirtschaftlichen Betriebe klagen."),
        ("Wir suchen einen Techniker für Klima.", "Wir suchen eine Fachkraft für Klima."),
        # What one is, said with a verb or an adjective.
        ("Du bist ein echter Allrounder.", "Du bist vielseitig."),
        ("Sie sind ein geduldiger Vermittler.", "Sie vermitteln geduldig."),
        ("Sie sind ein echter Berater.", "Sie sind eine echte Beratungsperson."),
        ("Politiker aller Parteien kamen.", "Politisch Verantwortliche aller Parteien kamen."),
    ],
)
def test_neutral_wordings_keep_the_meaning(text: str, neutral: str) -> None:
    assert rewritten(text, "neutral") == neutral
