"""Language files: complete, with the same placeholders, and a broken one is told in words."""

from __future__ import annotations

import shutil

import pytest

from channels import languages
from channels.languages import files

ASKED_FOR = ("de", "de-simple", "en", "tr", "ar", "fa", "uk", "ru", "pl", "fr", "es", "kmr", "vi")


def test_all_languages_are_there_in_the_order_people_see_them():
    assert languages.codes()[: len(ASKED_FOR)] == ASKED_FOR


def test_every_file_is_complete():
    assert languages.problems() == []


@pytest.fixture
def folder(tmp_path):
    strings = tmp_path / "strings"
    strings.mkdir()
    shutil.copy(files.FOLDER / "de.toml", strings)
    return strings


def put(folder, code: str, change) -> None:
    text = (files.FOLDER / "pl.toml").read_text(encoding="utf-8")
    (folder / f"{code}.toml").write_text(change(text), encoding="utf-8")


def test_a_dropped_in_file_is_a_language(folder):
    put(folder, "cs", lambda text: text)
    assert files.found(folder) == ["de", "cs"]
    assert files.problems(folder) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace('pay = "Wynagrodzenie"\n', ""), "cs.toml: Es fehlt „label.pay“."),
        (
            lambda text: text.replace('term = "Probezeit"\n', ""),
            "cs.toml: Es fehlt „glossary.probation.term“.",
        ),
        (lambda text: text.replace("od {low} do {high}", "od {low}"), "cs.toml: „value.between“ braucht"),
        (lambda text: text.replace('"stycznia", ', ""), "cs.toml: „months“ braucht zwölf Monatsnamen."),
        (lambda text: text.replace('"ltr"', '"links"'), "cs.toml: „direction“ muss"),
        (lambda text: text.replace("Zgłoś się teraz", ""), "cs.toml: „action.apply“ ist leer."),
        (lambda text: text + '\n[more]\nnew = "x"\n', "cs.toml: „more.new“ gibt es in der deutschen Vorlage"),
        (lambda text: "name = ", "Die Sprachdatei lässt sich nicht lesen: cs.toml"),
    ],
)
def test_a_broken_file_is_told(folder, change, said):
    put(folder, "cs", change)
    assert [problem for problem in files.problems(folder) if problem.startswith(said)]


def test_broken_files_stop_the_start(monkeypatch):
    from channels import checks

    monkeypatch.setattr(languages, "problems", lambda: ["tr.toml: Es fehlt „label.pay“."])
    (error,) = checks.language_files(None)
    assert (error.id, error.msg) == ("channels.E001", "tr.toml: Es fehlt „label.pay“.")
