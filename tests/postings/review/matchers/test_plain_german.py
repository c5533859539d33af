"""Office German is found, plain German stays silent; odd words and contradictions at their edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from postings.review import review

FOLDER = Path(__file__).parents[1] / "wordings"
FOUND = [line.split("|", 1) for line in (FOLDER / "office-german.txt").read_text("utf-8").splitlines()]
PLAIN = (FOLDER / "plain-german.txt").read_text("utf-8").splitlines()
CATEGORIES = ("plain-language", "consistency")


def quotes(text: str, rule: str = "") -> list[str]:
    return [
        finding.quote
        for finding in review(text).findings
        if finding.category in CATEGORIES and rule in ("", finding.rule)
    ]


@pytest.mark.parametrize(("words", "sentence"), FOUND)
def test_office_german_is_found(words: str, sentence: str):
    start = sentence.index(words)
    end = start + len(words)
    spans = [(f.offset, f.offset + f.length) for f in review(sentence).findings if f.category in CATEGORIES]
    assert any(first < end and start < last for first, last in spans)


@pytest.mark.parametrize("sentence", PLAIN)
def test_plain_german_is_silent(sentence: str):
    assert quotes(sentence) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie arbeiten im KSD. Der KSD hilft.", ["KSD"]),
        ("Der Kommunale Sozialdienst (KSD) hilft. Im KSD arbeiten viele.", []),
        ("IM KSD SIND ALLE STELLEN FREI", []),
        ("Sie sind bei der HAWK und kennen die MHH.", []),
    ],
)
def test_abbreviations_are_told_once_and_only_unexplained(text: str, expected: list[str]):
    assert quotes(text, "kuerzel-ohne-erklaerung") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Sonnabend, 16. Januar 2027, ist offen.", []),
        ("Am Sonnabend, 15. Januar 2027, ist offen.", ["Sonnabend, 15. Januar 2027"]),
        ("Am Mittwoch ist zu.\n\n15. Januar 2027", []),
    ],
)
def test_weekdays(text: str, expected: list[str]):
    assert quotes(text, "wochentag-falsch") == expected


@pytest.mark.parametrize(
    ("text", "rarer"),
    [
        ("Schüler:innen, Lehrer:innen und Helfer*innen", ["Helfer*innen"]),
        ("Schüler*innen, Lehrer*innen und Helfer_innen", ["Helfer_innen"]),
        ("Schüler:innen und Helfer*innen", ["Schüler:innen"]),
        ("Helfer*innen sowie Schüler und Schülerinnen", ["Schüler und Schülerinnen"]),
    ],
)
def test_the_rarer_sign_is_the_odd_one_and_the_star_decides_a_tie(text: str, rarer: list[str]):
    assert quotes(text, "gemischte-genderzeichen") == rarer


def test_a_second_figure_that_is_explained_contradicts_nothing():
    text = "Entgeltgruppe 8\n\nBei Beamtinnen und Beamten: Entgeltgruppe 9a oder Besoldung"
    assert quotes(text, "zwei-entgeltgruppen") == []


def test_long_sentences_stand_beside_what_is_in_them():
    sentence = (
        "Ihnen obliegt die Pflege der Parks, der Gärten, der Wege, der Brunnen, der Bänke, der Beete, "
        "der Hecken, der Zäune, der Tore, der Mauern, der Treppen, der Stege, der Lampen, der Körbe, "
        "der Schilder, der Plätze, der Höfe und der Felder in allen Teilen der Stadt. Viel Freude!"
    )
    rules = [finding.rule for finding in review(sentence).findings]
    assert {"langer-satz", "amtswort"} <= set(rules)
