"""Ready sentences: true to the facts, in the ad's form of address, in their place, passing our own rules."""

from __future__ import annotations

import datetime

import pytest

from postings.review import review
from postings.review.elements import ELEMENTS
from postings.review.elements.sentences import PLACES, default, problems, with_own
from postings.review.rulebook import LEGAL_CATEGORIES

DAY = datetime.date(2026, 11, 22)
BARE = """## Fachkraft Wohngeld (m/w/d)

Die Stadt sucht Verstärkung.

## Ihre Aufgaben
- Sie prüfen Anträge.
- Sie beraten am Telefon.

## Ihr Profil
- eine Ausbildung in der Verwaltung
- sehr gutes Deutsch in Wort und Schrift

## Wir bieten
- Entgeltgruppe 9b TVöD
- ein kollegiales Team

Wir freuen uns auf Sie.
"""
DU = BARE.replace("Sie prüfen", "Du prüfst").replace("Sie beraten", "Du berätst").replace("Ihr", "Dein")
DU = DU.replace("auf Sie.", "auf dich.")
FILLED = (
    "encouragement",
    "disability_clause",
    "equality_clause",
    "pay",
    "language_cefr",
    "foreign_qualifications",
)
OPEN = ("working_time", "contact_person", "deadline", "application_way")


def elements(text: str, **more):
    return review(text, date=DAY, **more).elements


def put_in(text: str, name: str) -> str:
    edit = elements(text)[name].edit
    return text[: edit.offset] + edit.text + text[edit.offset + edit.length :]


@pytest.mark.parametrize("text", [BARE, DU, BARE.replace("\n", "\r\n")], ids=["sie", "du", "crlf"])
@pytest.mark.parametrize("name", FILLED)
def test_putting_it_in_makes_the_element_present(text: str, name: str):
    assert elements(text)[name].state == "missing"
    assert elements(put_in(text, name))[name].state == "present"


@pytest.mark.parametrize("name", OPEN)
def test_what_only_people_know_is_missing_until_they_fill_it_in(name: str):
    with_gaps = put_in(BARE, name)
    assert "[" in with_gaps
    assert elements(with_gaps)[name].state == "missing"


def test_filling_in_makes_them_present():
    text = put_in(put_in(put_in(BARE, "contact_person"), "deadline"), "working_time")
    for gap, words in {
        "[Vorname Nachname]": "Hülya Becker",
        "[Nummer]": "0511 0000-1",
        "[Adresse]": "becker@stadt.example",
        "[Tag. Monat Jahr]": "15. Januar 2027",
        "[Zahl]": "39",
        "[auch in Teilzeit / in Vollzeit]": "auch in Teilzeit",
    }.items():
        text = text.replace(gap, words)
    states = {name: element.state for name, element in elements(text).items()}
    assert {states["contact_person"], states["deadline"], states["working_time"]} == {"present"}


def test_facts_are_filled_in():
    found = elements(BARE)
    assert found["pay"].suggestion == (
        "3.780 bis 5.313 Euro brutto im Monat in Vollzeit (Entgeltgruppe 9b, Tabelle ab 1. Mai 2026)"
    )
    assert found["language_cefr"].suggestion == (
        "Deutsch auf dem Niveau B2 (Gemeinsamer Europäischer Referenzrahmen)"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Bezahlung nach A 10 NBesG", "Betrag] Euro brutto im Monat (Besoldungsgruppe A 10)"),
        ("ein gutes Gehalt", "Euro brutto im Monat ([Entgeltgruppe])"),
    ],
)
def test_no_amount_is_made_up(words: str, sentence: str):
    found = elements(BARE.replace("Entgeltgruppe 9b TVöD", words))["pay"]
    assert found.suggestion.endswith(sentence)
    assert not any(char.isdigit() for char in found.suggestion.replace("A 10", ""))


def test_a_training_is_paid_by_its_years():
    text = BARE.replace("Fachkraft Wohngeld", "Ausbildung zur Fachkraft Wohngeld")
    found = elements(text.replace("Entgeltgruppe 9b TVöD", "Ausbildungsvergütung nach TVAöD"))["pay"]
    assert found.suggestion.startswith("im ersten Ausbildungsjahr [Betrag] Euro brutto im Monat")
    filled = text.replace("ein kollegiales Team", found.suggestion.replace("[Betrag]", "1.368"))
    assert elements(filled)["pay"].state == "present"


def test_the_ads_own_form_of_address():
    sie, du = elements("Sie sind gefragt."), elements("Du bist gefragt.")
    assert sie["deadline"].suggestion == "Bitte bewerben Sie sich bis zum [Tag. Monat Jahr]."
    assert du["deadline"].suggestion == "Bitte bewirb dich bis zum [Tag. Monat Jahr]."


@pytest.mark.parametrize(
    "asked",
    [
        "die Approbation als Ärztin oder Arzt",
        "ein Examen in der Pflege",
        "die Befähigung für die Laufbahngruppe 2",
    ],
)
def test_a_regulated_profession_needs_the_authority(asked: str):
    text = BARE.replace("eine Ausbildung in der Verwaltung", asked)
    assert "zuständige Behörde" in elements(text)["foreign_qualifications"].suggestion


def test_items_go_to_lists_and_clauses_before_the_way_to_apply():
    text = put_in(BARE, "pay")
    assert "- ein kollegiales Team\n- 3.780" in text
    text = put_in(BARE, "foreign_qualifications")
    assert "in der Verwaltung\n- gleichwertige Abschlüsse" in text
    ad = BARE + "\nFragen beantwortet Frau Kaya, Telefon 0511 0000-1.\n"
    assert "sind ausdrücklich erwünscht.\n\nFragen beantwortet" in put_in(ad, "encouragement")
    ad = BARE + "\nSchwerbehinderte Menschen werden bei gleicher Eignung bevorzugt.\n"
    assert "bevorzugt. Bewerbungen von Menschen" in put_in(ad, "encouragement")


def test_present_elements_have_no_sentence_and_an_empty_text_has_a_place_for_each():
    assert elements("Bewerben Sie sich bis zum 15. Januar 2027.")["deadline"].suggestion is None
    empty = elements("")
    assert empty["encouragement"].edit.offset == 0
    assert empty["language_cefr"].suggestion is None  # no German is asked for


def sentences() -> list:
    entries = [(name, entry) for name, entry in default().items()]
    entries += [(name, sub) for name, entry in entries for sub in entry.values() if isinstance(sub, dict)]
    return [
        pytest.param(entry[form], id=f"{name}-{form}")
        for name, entry in entries
        for form in ("sie", "du", "item")
        if form in entry
    ]


@pytest.mark.parametrize("sentence", sentences())
def test_no_rule_finds_anything_in_our_own_sentences(sentence: str):
    values = {"pay_from": "3.780", "pay_to": "5.313", "pay_group": "Entgeltgruppe 9b", "level": "B2",
              "pay_date": "1. Mai 2026", "apply_url": "https://stadt.example/bewerben"}  # fmt: skip
    found = review(sentence.format(**values), date=DAY).findings
    legal = [(f.rule, f.quote) for f in found if f.category in LEGAL_CATEGORIES]
    others = [(f.rule, f.quote) for f in found if f.severity != "hint" and "platzhalter" not in f.rule]
    assert (legal, others) == ([], [])


def test_every_element_has_its_sentences_in_both_forms():
    assert set(default()) == set(ELEMENTS)
    assert all({"sie", "du"} <= set(entry) and entry["place"] in PLACES for entry in default().values())


def test_a_city_writes_its_own():
    own = with_own({"deadline": {"sie": "Die Frist endet am [Datum]."}}, {"apply_url": "https://a.example"})
    found = elements("Sie sind gefragt.", sentences=own)
    assert found["deadline"].suggestion == "Die Frist endet am [Datum]."
    assert found["application_way"].suggestion == "Bitte bewerben Sie sich online: https://a.example"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({}, ""),
        ([], "Abschnitt"),
        ({"gehalt": {"sie": "x"}}, "keine Pflichtangabe"),
        ({"pay": "x"}, "Abschnitt"),
        ({"pay": {"place": "oben"}}, "place"),
        ({"pay": {"sie": 3}}, "Anführungszeichen"),
    ],
)
def test_wrong_sentences_of_a_city_are_told(own, said: str):
    assert said in "".join(problems(own))
    assert bool(problems(own)) == bool(said)
