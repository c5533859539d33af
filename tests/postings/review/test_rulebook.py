"""The rule files: every mistake is told with its file, its rule and what to do."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from postings.review import matchers, rulebook
from postings.review.rulebook import RulebookError
from postings.review.rulebook.reading import MATCHERS

GOOD = """
[[rule]]
id = "probe"
category = "age"
severity = "must"
title = "Probe"
message = "„{quote}“ ist eine Probe."
why = "Weil es eine Probe ist."
matcher = "phrases"
ok = ["Alles gut."]
source = [{ title = "AGG", reference = "§ 11 AGG", grade = "breach" }]
case = [{ phrases = ["[jung~] Team"], replace = ["nett~"] }]
hit = [{ text = "Ein «junges» Team.", fixed = "Ein nettes Team." }]
"""


def load(tmp_path: Path, *files: str, folder: str = "age"):
    (tmp_path / folder).mkdir()
    for number, content in enumerate(files, 1):
        (tmp_path / folder / f"datei{number}.toml").write_text(content, "utf-8")
    return rulebook.load(tmp_path)


def mistake(tmp_path: Path, *files: str, folder: str = "age") -> str:
    with pytest.raises(RulebookError) as caught:
        load(tmp_path, *files, folder=folder)
    return str(caught.value)


def test_a_good_file_is_read(tmp_path):
    rule = load(tmp_path, GOOD).rules["probe"]
    assert (rule.category, rule.file, rule.sources[0].grade) == ("age", "age/datei1.toml", "breach")
    assert rule.hits[0].text == "Ein junges Team."
    assert rule.hits[0].marks == ((4, 10),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"must"', '"schlimm"', "severity = „schlimm“ ist unbekannt; möglich sind: must, should, hint"),
        ('category = "age"', 'category = "alter"', "category = „alter“ ist unbekannt"),
        ('grade = "breach"', 'grade = "böse"', "grade = „böse“ ist unbekannt"),
        ('matcher = "phrases"', 'matcher = "zauber"', "matcher = „zauber“ ist unbekannt"),
        (
            'source = [{ title = "AGG", reference = "§ 11 AGG", grade = "breach" }]',
            "",
            "es fehlt eine Quelle",
        ),
        ('reference = "§ 11 AGG", ', "", "einer Quelle fehlt „reference“"),
        ('hit = [{ text = "Ein «junges» Team.", fixed = "Ein nettes Team." }]', "", "es fehlt ein Beispiel"),
        ("«junges»", "junges", "fehlt die Markierung «…»"),
        ("«junges»", "«junges", "fehlt das schließende »"),
        ("«junges»", "junges»", "schließt » ohne «"),
        ('ok = ["Alles gut."]', "", "es fehlen Sätze, die erlaubt sind"),
        ('ok = ["Alles gut."]', 'ok = "Alles gut."', "„ok“ muss eine Liste sein"),
        ('title = "Probe"', "", "„title“ fehlt oder ist leer"),
        ('why = "Weil es eine Probe ist."', 'why = " "', "„why“ fehlt oder ist leer"),
        ('id = "probe"', 'id = "Die Probe"', "die id besteht aus Kleinbuchstaben"),
        ('id = "probe"', 'id = "probe"\nfarbe = "rot"', "„farbe“ ist hier kein bekannter Eintrag"),
        ('"[jung~] Team"', '"[jung~ Team"', "eckige Klammern stehen als ein Paar"),
        ('"[jung~] Team"', '" "', "eine leere Wendung findet nichts"),
        ('"[jung~] Team"', '"… Team"', "„…“ steht zwischen zwei Wörtern"),
        ('"[jung~] Team"', '"jung| Team"', "enthält eine leere Möglichkeit"),
        ('"nett~"', '"nett~3"', "übernimmt etwas (e3), das in „[jung~] Team“ fehlt"),
        ("phrases = [", "phrase = [", "„phrase“ ist in [[rule.case]] kein bekannter Eintrag"),
        ("{quote}", "{zitat}", "in message ist nur {quote} als Platzhalter erlaubt"),
        ('id = "probe"', 'id = "probe"\nvalid_from = "2026-01-01"', "valid_from ist kein Tag"),
        (
            'id = "probe"',
            'id = "probe"\nvalid_from = 2026-01-02\nvalid_to = 2026-01-01',
            "liegt nach valid_to",
        ),
        ("fixed =", "richtig =", "„richtig“ ist in einem Beispiel kein bekannter Eintrag"),
    ],
)
def test_a_mistake_is_told(tmp_path, old: str, new: str, told: str):
    assert old in GOOD
    message = mistake(tmp_path, GOOD.replace(old, new, 1))
    assert told in message
    assert message.startswith("age/datei1.toml, Regel „")


def test_a_broken_regular_expression_is_told(tmp_path):
    broken = GOOD.replace('"phrases"', '"pattern"').replace(
        'phrases = ["[jung~] Team"], replace = ["nett~"]', "patterns = ['(jung']"
    )
    assert "der reguläre Ausdruck „(jung“ ist fehlerhaft" in mistake(tmp_path, broken)


def test_a_duplicate_id_names_both_files(tmp_path):
    message = mistake(tmp_path, GOOD, GOOD)
    assert message.startswith("age/datei2.toml, Regel „probe“: diese id gibt es schon in age/datei1.toml;")


def test_broken_toml_names_the_line(tmp_path):
    assert "age/datei1.toml: Die Datei ist in Zeile 3 kein gültiges TOML" in mistake(
        tmp_path, '[[rule]]\nid = "a"\nx = *innen\n'
    )


def test_a_file_without_rules_and_a_wrong_encoding_are_told(tmp_path):
    assert "jede beginnt mit einer Zeile [[rule]]" in mistake(tmp_path, "[rule]\nid = 'x'\n")
    (tmp_path / "age" / "datei1.toml").write_bytes("title = 'für'".encode("latin-1"))
    rulebook.load.cache_clear()
    with pytest.raises(RulebookError, match="nicht in UTF-8"):
        rulebook.load(tmp_path)


def test_the_folder_says_the_category(tmp_path):
    assert "die Datei liegt im Ordner „gender“, die Regel nennt aber „age“" in mistake(
        tmp_path, GOOD, folder="gender"
    )


def test_all_mistakes_are_told_at_once(tmp_path):
    both = GOOD.replace('"must"', '"x"') + GOOD.replace('"breach"', '"y"').replace('"probe"', '"probe-2"')
    assert len(mistake(tmp_path, both).splitlines()) == 2


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(RulebookError, match="liegt keine Regeldatei"):
        rulebook.load(tmp_path)


def test_every_matcher_is_known_to_both_sides():
    assert set(MATCHERS) == set(matchers.MATCHERS)


def test_every_category_has_a_folder_and_nothing_else():
    folders = {path.name for path in rulebook.RULES.iterdir() if path.is_dir()}
    assert folders == set(rulebook.CATEGORIES)


def test_validity_includes_both_ends(tmp_path):
    dated = GOOD.replace('id = "probe"', 'id = "probe"\nvalid_from = 2026-01-02\nvalid_to = 2026-01-04')
    rule = load(tmp_path, dated).rules["probe"]
    assert [rule.valid_on(datetime.date(2026, 1, day)) for day in (1, 2, 4, 5)] == [False, True, True, False]
