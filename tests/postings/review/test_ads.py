"""Whole ads: exemplary ones stay silent where the law is concerned, bad ones show their problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from postings.review import fix, review
from postings.review.rulebook import LEGAL_CATEGORIES

ADS = Path(__file__).parent / "ads"


def text(name: str) -> str:
    return (ADS / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(ADS.glob("rein-*.txt")), ids=lambda path: path.stem)
def test_an_exemplary_ad_has_no_legal_finding(path: Path):
    found = review(path.read_text("utf-8")).findings
    assert [(f.rule, f.quote) for f in found if f.category in LEGAL_CATEGORIES or f.severity == "must"] == []


@pytest.mark.parametrize("path", sorted(ADS.glob("rein-*.txt")), ids=lambda path: path.stem)
def test_an_exemplary_ad_has_all_its_elements(path: Path):
    elements = review(path.read_text("utf-8")).elements
    assert [name for name, element in elements.items() if element.state == "missing"] == []


EXPECTED = {
    "schlecht-kita": {
        ("mwd-fehlt", "(m/w)"),
        ("altersgrenze", "Alter zwischen 20 und 40"),
        ("akzentfrei", "akzentfreies Deutsch in Wort und Schrift"),
        ("christliche-werte", "christliche Grundhaltung"),
        ("familienstand-gewuenscht", "ledig"),
        ("ungebunden", "örtlich ungebunden"),
        ("aeusseres", "gepflegtes Erscheinungsbild"),
        ("voll-belastbar", "gesundheitlich voll belastbar"),
        ("entgeltgruppe-abgekuerzt", "S 8a TVöD SuE"),
        ("paragrafen-satz", "bei Vorliegen der persönlichen und tariflichen Voraussetzungen"),
        ("lueckenloser-lebenslauf", "lückenlosem Lebenslauf"),
        ("foto-verlangt", "Lichtbild"),
        ("nur-auf-papier", "ausschließlich in Papierform"),
        ("trotz-herkunft", "trotz Migrationshintergrund"),
        ("auslaender", "Ausländern"),
        ("jung-gesucht", "junge"),
    },
    "schlecht-it": {
        ("mwd-fehlt", "(w/m)"),
        ("junges-team", "dynamisches, junges"),
        ("digital-native", "Digital Native"),
        ("durchsetzungsstark", "durchsetzungsstarken"),
        ("muttersprache", "Deutsch als Muttersprache"),
        ("muttersprache", "muttersprachliches Niveau"),
        ("altersgrenze", "nicht älter als 35"),
        ("staatsangehoerigkeit", "deutsche Staatsbürgerschaft"),
        ("nicht-fuer-schwerbehinderte", "Für Schwerbehinderte ist die Stelle nicht geeignet"),
        ("gemischte-genderzeichen", "Bürger:innen"),
        ("zwei-fristen", "15.02.2027"),
        ("eigenes-auto", "eigener PKW"),
    },
    "schlecht-vorzimmer": {
        ("frauenberuf", "Vorzimmerdame"),
        ("mannschaft", "Mannschaft"),
        ("junges-team", "junge"),
        ("koerperlich-fit", "körperlich fit"),
        ("konfession", "Zugehörigkeit zur evangelischen Kirche"),
        ("seinen-mann-stehen", "ihren Mann steht"),
        ("alphatier", "Alphatier"),
        ("foto-verlangt", "aktuellem Passfoto"),
        ("mann-als-mass", "5 Mann"),
        ("menschen-abwerten", "Flüchtlingen"),
        ("ruhestand-gesucht", "Rüstige Rentner"),
        ("amtswort", "obliegt"),
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_ad_shows_its_problems(name: str):
    found = {(f.rule, " ".join(f.quote.split())) for f in review(text(name)).findings}
    assert EXPECTED[name] - found == set()


@pytest.mark.parametrize("path", sorted(ADS.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("scope", ["generic-masculine", "all"])
def test_fixing_twice_changes_nothing_more(path: Path, scope: str):
    once = fix(review(path.read_text("utf-8")), scope=scope)
    assert fix(review(once), scope=scope) == once


def test_fixing_an_exemplary_ad_changes_nothing():
    assert fix(review(text("rein-kita")), scope="all") == text("rein-kita")
