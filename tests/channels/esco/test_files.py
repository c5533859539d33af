"""The city's files are read, and a wrong one is told in words."""

from __future__ import annotations

import pytest

from channels import checks, esco
from channels.esco import files
from tests.channels.esco.conftest import GERMAN, URI


def test_no_files_no_titles_and_no_complaint(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert files.codes() == [] and not files.rows("de") and esco.problems() == []


def test_files_are_read(esco_files):
    assert files.codes() == ["ar", "de", "en", "uk"]
    first = files.rows("de")[0]
    assert (first.uri, first.label) == (URI + "gardener", "Gärtner/Gärtnerin")
    assert first.others == ("Landschaftsgärtnerin", "Landschaftsgärtner")
    assert esco.problems() == []


def test_a_new_file_is_seen_at_once(write):
    write("de", {"gardener": ("Gärtner/Gärtnerin", "")})
    assert len(files.rows("de")) == 1
    write("de", GERMAN)
    assert len(files.rows("de")) == len(GERMAN)


def spoil(kind: str, write, folder) -> None:
    one = {"gardener": ("Gärtner", "")}
    if kind != "german":
        write("de", one)
    if kind == "column":
        write("en", one, ["conceptUri", "altLabels"])
    elif kind == "empty":
        write("en", {})
    elif kind == "binary":
        (folder / "occupations_en.csv").write_bytes(b"\xff\xfe\x00PK")
    elif kind == "other edition":
        write("en", {"other": ("other", "")})
    elif kind == "unknown language":
        write("ga", one)
    else:
        write("en", one)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("german", "occupations_de.csv fehlt."),
        ("column", "occupations_en.csv: Es fehlt die Spalte „preferredLabel“."),
        ("empty", "occupations_en.csv: Es steht kein Beruf von ESCO darin."),
        ("binary", "occupations_en.csv: Die Datei lässt sich nicht lesen. Sie muss CSV in UTF-8 sein."),
        ("other edition", "occupations_en.csv: Kein Beruf darin steht auch in occupations_de.csv."),
        ("unknown language", "occupations_ga.csv: In dieser Sprache gibt es hier keine Stellen."),
    ],
)
def test_a_wrong_file_is_a_system_check(write, tmp_path, kind, said):
    spoil(kind, write, tmp_path / "esco")
    (warning,) = checks.occupation_files(None)
    assert warning.id == "channels.W020" and warning.msg.startswith(f"ESCO: {said}")
    assert "esco.ec.europa.eu" in warning.hint


def test_a_wrong_file_shows_nothing(write, tmp_path):
    spoil("binary", write, tmp_path / "esco")
    assert not files.rows("en")


def test_a_list_of_real_size_is_read_once(write):
    """About 3,000 occupations with a dozen names each: after the first time, asking costs nothing."""
    names = "\n".join(f"Name {number}" for number in range(12))
    write("de", {f"o{number}": (f"Beruf {number}", names) for number in range(3000)})
    first = files.rows("de")
    assert len(first) == 3000 and files.rows("de") is first
