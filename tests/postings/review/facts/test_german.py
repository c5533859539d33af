"""German: what vague words mean, and what the tasks need."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.facts.german.needed import FAMILIES, higher


def facts(text: str) -> dict:
    return review(text).facts


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Deutsch als Muttersprache", "C1"),
        ("verhandlungssicheres Deutsch", "C1"),
        ("akzentfreies Deutsch", "C1"),
        ("sehr gute Deutschkenntnisse in Wort und Schrift", "C1"),
        ("sichere Beherrschung der deutschen Sprache in Wort und Schrift", "C1"),
        ("stilsicheres Deutsch", "C1"),
        ("sehr gute Deutschkenntnisse", "B2"),
        ("fließendes Deutsch", "B2"),
        ("gute Deutschkenntnisse", "B2"),
        ("Deutschkenntnisse", "B2"),
        ("ausreichende Deutschkenntnisse", "B1"),
        ("ein Deutsch, das alle verstehen", "B1"),
        ("einfache Deutschkenntnisse", "A2"),
        ("Grundkenntnisse in Deutsch", "A2"),
    ],
)
def test_vague_words_mean_a_level(words: str, level: str):
    found = facts(f"Ihr Profil\n- {words}")
    assert found["language_level"] is None
    assert found["language_level_meant"] == level
    assert found["language_asked_as"] in words


def test_a_level_needs_no_meaning():
    found = facts("Ihr Profil\n- sehr gutes Deutsch auf dem Niveau B2")
    assert (found["language_level"], found["language_level_meant"]) == ("B2", None)
    assert found["language_asked_as"] == "Deutsch auf dem Niveau B2"


@pytest.mark.parametrize("text", ["Wir sind in Deutschland.", "Deutschkenntnisse sind nicht nötig."])
def test_no_german_asked(text: str):
    assert facts(text)["language_asked_as"] is facts(text)["language_level_meant"] is None


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Reinigungskraft (m/w/d)", "A2"),
        ("Küchenhilfe (m/w/d)", "A2"),
        ("Müllwerker*in (m/w/d)", "A2"),
        ("Gärtner*in (m/w/d)", "A2"),
        ("Fachkraft für den Baubetriebshof (m/w/d)", "A2"),
        ("Busfahrer*in (m/w/d)", "B1"),
        ("Hausmeister*in (m/w/d)", "B1"),
        ("Sachbearbeitung Wohngeld (m/w/d)", "B2"),
        ("Erzieher*in (m/w/d)", "B2"),
        ("Pflegefachkraft (m/w/d)", "B2"),
        ("Sozialarbeiter*in im ASD (m/w/d)", "C1"),
        ("Jurist*in im Rechtsamt (m/w/d)", "C1"),
        ("Referent*in für Pressearbeit (m/w/d)", "C1"),
        ("Lehrkraft für Deutsch als Zweitsprache (m/w/d)", "C2"),
    ],
)
def test_what_the_job_needs(title: str, level: str):
    needed = facts(f"{title}\n\nDie Stadt sucht Sie.")["language_level_needed"]
    assert needed["level"] == level
    assert needed["why"]


def test_by_the_tasks_where_the_title_says_nothing():
    text = "Verstärkung gesucht!\n\nIhre Aufgaben\n- Sie leeren Abfallbehälter.\n- Sie reinigen Wege."
    assert facts(text)["language_level_needed"]["family"] == "manual"
    assert facts("Verstärkung gesucht!\n\nWir freuen uns.")["language_level_needed"] is None


def test_families_have_ids_of_their_own_and_levels_in_order():
    assert len({family.id for family in FAMILIES}) == len(FAMILIES)
    assert higher("C1", "B2") and not higher("B2", "B2")
