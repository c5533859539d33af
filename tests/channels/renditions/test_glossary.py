"""Words of offices are explained where an ad uses them, in every language."""

from __future__ import annotations

import pytest

from channels import languages
from channels.languages import files
from channels.renditions.glossary import KEYS, glossary

MET = [
    ("Sie bekommen E 9b TVöD.", "tvoed"),
    ("Die Eingruppierung erfolgt nach den Aufgaben.", "grading"),
    ("Die Stelle ist in Vollzeit.", "full_time"),
    ("Auch in Teilzeit.", "part_time"),
    ("Die Stelle ist unbefristet.", "permanent"),
    ("Der Vertrag ist befristet.", "limited"),
    ("Die Probezeit dauert sechs Monate.", "probation"),
    ("Eine Verbeamtung ist möglich.", "civil_servant"),
    ("Sie arbeiten im Beamtenverhältnis.", "civil_servant"),
    ("Wir brauchen ein erweitertes Führungszeugnis.", "certificate"),
    ("Menschen mit Schwerbehinderung sind willkommen.", "severe_disability"),
    ("Gleichwertige Abschlüsse aus dem Ausland zählen auch.", "recognition"),
    ("Bei ausländischen Abschlüssen hilft die Zeugnisbewertung.", "recognition"),
    ("Sie bekommen eine Jahressonderzahlung.", "bonus"),
    ("Dazu kommt eine betriebliche Altersversorgung (VBL).", "pension"),
]


@pytest.mark.parametrize(("text", "key"), MET, ids=[key + str(i) for i, (_text, key) in enumerate(MET)])
def test_a_word_of_the_text_is_explained(text, key):
    assert [term.key for term in glossary({}, text, languages.get("de"))] == [key]


def test_unbefristet_is_not_befristet():
    assert "limited" not in [
        term.key for term in glossary({"limited": False}, "unbefristet", languages.get("de"))
    ]


def test_facts_are_explained_without_their_words():
    facts = {"pay_group": "E 9b", "deadline": "2027-01-01", "reference": "1", "language_level": "B1"}
    told = [term.key for term in glossary(facts, "", languages.get("pl"))]
    assert told == ["group", "level", "deadline", "reference"]


def test_an_ad_without_them_has_no_glossary():
    assert glossary({}, "Wir suchen eine Gärtnerin.", languages.get("de")) == []


@pytest.mark.parametrize("code", languages.codes())
def test_every_term_is_there_in_every_language(code):
    text = " ".join(text for text, _key in MET)
    facts = {"pay_group": "E 9b", "deadline": "2027-01-01", "reference": "1", "language_level": "B1"}
    told = glossary(facts, text, languages.get(code))
    german = {term.key: term for term in glossary(facts, text, languages.get("de"))}
    assert {term.key for term in told} == KEYS == set(german)
    for term in told:
        assert term.term == german[term.key].term  # the German word is what stands in the contract
        assert code == "de" or term.text != german[term.key].text


def test_every_term_of_the_files_is_used():
    in_files = {key.split(".")[1] for key in files.strings(files.load("de")) if key.startswith("glossary.")}
    assert in_files == KEYS
