"""What routing reads of ads beyond the review's facts."""

from __future__ import annotations

import pytest

from channels.routing import pay
from channels.routing.facts import read
from outreach.profile import city


def facts(text: str = "", **known):
    return read("Mitarbeiter*in", text, known)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (None, "none"),
        ("ein abgeschlossenes Studium der Sozialen Arbeit", "study"),
        ("Bachelor oder Diplom (FH) im Bauwesen", "study"),
        ("eine Approbation als Ärztin oder Arzt", "study"),
        ("einen Realschulabschluss oder einen gleichwertigen Schulabschluss", "school"),
        ("Sie haben Abitur", "school"),
        ("eine Ausbildung im Gartenbau", "training"),
        ("einen Gesellenbrief als Maler*in", "training"),
        ("ein Studium oder eine Ausbildung mit Erfahrung", "training"),
        ("eine staatliche Anerkennung als Erzieher*in", "training"),
    ],
)
def test_which_certificate_is_enough(words, expected):
    assert facts(degree_required=words is not None, qualification=words).degree == expected


@pytest.mark.parametrize(
    ("text", "equal", "abroad"),
    [
        ("eine Ausbildung oder ein gleichwertiger Abschluss", True, False),
        ("oder eine vergleichbare, auch im Ausland erworbene Qualifikation", True, True),
        ("Abschlüsse aus dem Ausland erkennen wir an", False, True),
        ("Sie reisen auch ins Ausland", False, False),
        ("Abschlüsse aus dem Ausland können wir hier leider nicht anerkennen", False, False),
        ("eine Ausbildung als Koch", False, False),
    ],
)
def test_what_counts_as_well(text, equal, abroad):
    found = facts(text)
    assert (found.equal_degrees, found.foreign_degrees) == (equal, abroad)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quereinstieg ist willkommen.", True),
        ("Erfahrung ist keine Bedingung: auch Quereinsteigende lernen hier.", True),
        ("Ein Quereinstieg ist leider nicht möglich.", False),
        ("Kein Quereinstieg.", False),
        ("Sie haben Erfahrung.", False),
    ],
)
def test_newcomers(text, expected):
    assert facts(text).newcomers is expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Die Kita liegt im Stadtteil Sahlkamp.", "", ["Sahlkamp"]),
        ("Die Stelle ist in Linden-Nord.", "", ["Linden-Nord"]),
        ("Arbeitsort ist das Rathaus", "Mitte", ["Mitte"]),
        ("Beginn Mitte März, eine Liste liegt bei. Sie lieben den Zoo.", "", []),
        ("Der Stadtteil Mitte ist bunt.", "", ["Mitte"]),
        ("Wir arbeiten in der List.", "", []),
    ],
)
def test_districts(text, place, expected):
    assert set(expected) <= set(city()["districts"])
    assert list(facts(text, place=place).districts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Türkischkenntnisse sind von Vorteil", ["tr"]),
        ("- Sie sprechen Arabisch oder Persisch", ["ar", "fa"]),
        ("- Kenntnisse in Englisch", ["en"]),
        ("Unsere polnische Partnerstadt heißt Posen.", []),
        ("- Deutsch auf dem Niveau B2", []),
    ],
)
def test_languages(text, expected):
    assert sorted(facts(text).languages) == sorted(expected)


def test_a_level_in_words_is_no_level():
    """ "Gute Deutschkenntnisse" may mean anything: nobody is told that it is enough."""
    assert facts(language_level_meant="B2").german is None
    assert facts(language_level="B2").german == "B2"
    assert facts(language_level="Z9").german is None


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("E 2", 1), ("EG 4", 1), ("E 5", 2), ("E 9a", 2), ("E 9b", 3), ("E 12", 3), ("E 13", 4), ("E 15", 4),
        ("S 8a", 2), ("S 11b", 3), ("P 7", 2), ("P 12", 3), ("A 7", 2), ("A 10", 3), ("A 13", 4), ("B 3", 4),
        ("außertariflich", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_pay_bands(group, expected):
    assert pay.band(group) == expected


def test_a_training_is_a_band_of_its_own():
    assert pay.band("A 7", apprenticeship=True) == pay.TRAINING
    assert set(pay.names()) == {0, 1, 2, 3, 4, None}
