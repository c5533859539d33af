"""The lexicon: forms, compounds by their head, look-alikes."""

from __future__ import annotations

import pytest

from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import DP, DS, GP, GS, NP, NS, PLURAL, SINGULAR


@pytest.mark.parametrize(
    ("word", "base", "feminine"),
    [
        ("Bewerbers", "Bewerber", "Bewerberin"),
        ("Kollegen", "Kollege", "Kollegin"),
        ("Ärzten", "Arzt", "Ärztin"),
        ("Mentoren", "Mentor", "Mentorin"),
        ("Schichtleiter", "Schichtleiter", "Schichtleiterin"),
        ("Kita-Leiter", "Kita-Leiter", "Kita-Leiterin"),
        ("IT-Systemadministrator", "IT-Systemadministrator", "IT-Systemadministratorin"),
        ("Feuerwehrmann", "Feuerwehrmann", "Feuerwehrfrau"),
        ("Verwaltungsfachangestellter", "Verwaltungsfachangestellter", "Verwaltungsfachangestellte"),
        ("Beamten", "Beamter", "Beamtin"),
        ("Platzwart", "Platzwart", "Platzwartin"),
    ],
)
def test_forms_and_compounds_lead_to_their_noun(word: str, base: str, feminine: str) -> None:
    match = lexicon.find(word)
    assert match is not None
    assert (match.noun.base, match.noun.feminine) == (base, feminine)


THINGS = """
    Drehleiter Kostenträger Verteiler Computer Drucker Schalter Zähler Anhänger Ordner Generator
    Urkunde Stellenangebote Gegenwart Beiräte Einsatzfahrzeuge Führerschein Meisterbrief Bachelor
    Master Träger Container Filter Rauchmelder Freischneider Herzschrittmacher Kugelschreiber Gast
    Mensch Mitglied Kolleginnen Haus
"""


@pytest.mark.parametrize("word", THINGS.split())
def test_things_bodies_and_inclusive_words_are_no_person_nouns(word: str) -> None:
    assert lexicon.find(word) is None


def test_readings_say_case_and_number() -> None:
    def readings(word: str) -> int:
        match = lexicon.find(word)
        assert match is not None
        return match.readings

    assert readings("Bewerbers") == GS
    assert readings("Bewerbern") == DP
    assert readings("Experte") == NS
    assert readings("Experten") & (GS | DS | PLURAL)
    assert readings("Ärzte") & (NP | GP) and not readings("Ärzte") & SINGULAR


def test_feminine_forms() -> None:
    noun = lexicon.find("Arzt")
    assert noun is not None
    assert noun.noun.feminine_form(NS) == "Ärztin"
    assert noun.noun.feminine_form(DP) == "Ärztinnen"
    employee = lexicon.find("Angestellter")
    assert employee is not None
    assert employee.noun.feminine_form(NS) == "Angestellte"
    assert employee.noun.feminine_form(DS) == "Angestellten"


def test_it_is_loaded_once() -> None:
    assert lexicon.lexicon() is lexicon.lexicon()


def test_no_person_is_a_thing() -> None:
    known = lexicon.lexicon()
    assert not {form for form in known.forms if form.lower() in known.stops}
