"""Required elements: present in many wordings, missing, or not asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postings.review import review
from postings.review.elements import ELEMENTS


def state(name: str, text: str) -> str:
    return review(text).elements[name].state


PRESENT = {
    "encouragement": [
        "Bewerbungen von Menschen mit Migrationsgeschichte sind ausdrücklich erwünscht.",
        "Wir laden Menschen mit Einwanderungsgeschichte ein, sich zu bewerben.",
        "Menschen aller Nationalitäten sind uns willkommen.",
    ],
    "disability_clause": [
        "Schwerbehinderte Menschen werden bei gleicher Eignung bevorzugt.",
        "Bewerbungen von Menschen mit Behinderung sind erwünscht.",
    ],
    "equality_clause": [
        "Frauen sind unterrepräsentiert und werden bei gleicher Eignung bevorzugt.",
        "Wir freuen uns über Bewerbungen aller Geschlechter.",
        "Bewerben Sie sich, unabhängig von Herkunft, Alter, Religion oder Behinderung.",
    ],
    "pay": ["Entgeltgruppe 8, das sind 3.100 bis 3.900 Euro im Monat."],
    "working_time": ["39 Stunden in der Woche", "Teilzeit ist möglich.", "80 %-Stelle"],
    "language_cefr": ["Deutsch auf dem Niveau B2"],
    "foreign_qualifications": [
        "eine abgeschlossene Ausbildung oder eine gleichwertige, auch im Ausland erworbene Qualifikation",
        "Ihr ausländischer Abschluss ist anerkannt (anabin).",
    ],
    "contact_person": ["Fragen beantwortet Frau Kaya, Telefon 0511 168-0."],
    "deadline": ["Bewerben Sie sich bis zum 15. Januar 2027."],
    "application_way": [
        "Bewerben Sie sich online oder per Post.",
        "Ihre Bewerbung senden Sie an jobs@stadt.example.",
    ],
}
MISSING = {
    "encouragement": ["Sie beraten Menschen mit Migrationsgeschichte.", "Wir freuen uns auf Ihre Bewerbung."],
    "disability_clause": ["Sie fördern Menschen mit Behinderung.", ""],
    "equality_clause": [
        "Schwerbehinderte Menschen werden bei gleicher Eignung bevorzugt.",
        "Fachkraft (m/w/d)",
    ],
    "pay": ["Bezahlung nach EG 8 TVöD", "Zuschuss von 25 Euro zum Deutschlandticket"],
    "working_time": ["flexible Arbeitszeiten"],
    "language_cefr": ["Sie haben sehr gute Deutschkenntnisse in Wort und Schrift.", "fließendes Deutsch"],
    "foreign_qualifications": ["Sie haben eine abgeschlossene Ausbildung als Fachkraft."],
    "contact_person": ["Fragen beantwortet die Personalstelle."],
    "deadline": ["Bewerben Sie sich bald."],
    "application_way": ["Bewerben Sie sich bis zum 15. Dezember 2027."],
}
NOT_ASKED = {
    "language_cefr": ["Sie unterrichten Deutsch.", "Führerschein der Klasse C1"],
    "foreign_qualifications": ["Sie arbeiten gern im Freien."],
}


def cases(table: dict[str, list[str]]) -> list:
    return [
        pytest.param(name, text, id=f"{name}-{i}")
        for name, texts in table.items()
        for i, text in enumerate(texts)
    ]


@pytest.mark.parametrize(("name", "text"), cases(PRESENT))
def test_present(name: str, text: str):
    element = review(text).elements[name]
    assert element.state == "present"
    assert element.quote
    assert element.quote in text


@pytest.mark.parametrize(("name", "text"), cases(MISSING))
def test_missing(name: str, text: str):
    assert state(name, text) == "missing"


@pytest.mark.parametrize(("name", "text"), cases(NOT_ASKED))
def test_not_applicable(name: str, text: str):
    assert state(name, text) == "not-applicable"


def test_every_element_has_examples_and_nothing_else_has():
    assert set(ELEMENTS) == set(PRESENT) == set(MISSING)


def test_the_elements_are_those_of_the_schema():
    schema = json.loads((Path("postings/review/review.schema.json")).read_text("utf-8"))
    assert all(name in json.dumps(schema) for name in ELEMENTS)
