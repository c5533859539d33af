"""`manage.py review` as people call it: options, exit codes, many files, broken files."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[3]
GOOD = "Wir freuen uns auf Sie.\n"
BAD = "Wir suchen einen Bewerber.\r\nWir bieten ein junges, dynamisches Team.\r\n"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "gut.txt").write_bytes(GOOD.encode())
    (tmp_path / "schlecht.txt").write_bytes(BAD.encode())
    (tmp_path / "kaputt.docx").write_bytes(b"\x00\x01nothing")
    return tmp_path


@pytest.fixture
def run(capsysbinary, files, monkeypatch):
    """run("gut.txt", "--format", "json") -> (exit code, stdout, stderr)."""
    monkeypatch.chdir(files)

    def call(*arguments: str, **options) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            call_command("review", *arguments, **options)
        captured = capsysbinary.readouterr()
        return left.value.code, captured.out.decode(), captured.err.decode()

    return call


def test_exit_codes(run):
    assert run("gut.txt")[0] == 0
    assert run("schlecht.txt")[0] == 1
    assert run("gut.txt", "schlecht.txt")[0] == 1
    assert run("kaputt.docx", "schlecht.txt")[0] == 2


def test_hints_alone_are_no_failure(run, files):
    (files / "hinweis.txt").write_text("Sie gestalten die Bürgerbeteiligung.\n")
    code, out, _ = run("hinweis.txt")
    assert code == 0
    assert "Hinweis „" in out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kaputt.docx", "ist aber keine solche Datei"),
        ("fehlt.txt", "Diese Datei gibt es nicht"),
        (".", "Das ist ein Ordner"),
        ("leer.txt", "Die Datei ist leer"),
    ],
)
def test_an_unusable_file_is_told_in_one_line_and_the_others_are_reported(run, files, name, words):
    (files / "leer.txt").write_text("")
    code, out, err = run(name, "schlecht.txt", "--format", "json")
    assert code == 2
    assert words in err
    assert len(err.strip().splitlines()) == 1
    broken, good = json.loads(out)["texts"]
    assert broken["path"] == name
    assert words in broken["error"]["message"]
    assert broken["findings"] == []
    assert good["error"] is None
    assert good["findings"]


def test_json_holds_the_text_as_it_stands(run):
    _, out, _ = run("schlecht.txt", "--format", "json", "--date", "2026-01-05", "--style", "star")
    report = json.loads(out)
    assert report["meta"]["style"] == "star"
    assert report["meta"]["date"] == "2026-01-05"
    assert report["meta"]["lang"] == "de"
    [text] = report["texts"]
    assert text["text"] == BAD
    assert {finding["category"] for finding in text["findings"]} >= {"generic-masculine", "age"}
    for finding in text["findings"]:
        assert BAD[finding["offset"] : finding["offset"] + finding["length"]] == finding["quote"]
    assert "fixed" not in text


def test_text_tells_place_severity_words_and_source(run):
    _, out, err = run("schlecht.txt")
    assert "schlecht.txt:1:18: " in out
    assert "„Bewerber“ [gm-person-noun]" in out
    assert "schlecht.txt:2:16: Muss „junges, dynamisches“" in out
    assert "Vorschlag: engagiertes" in out
    assert "Quelle: BAG" in out
    assert "Pflichtangaben fehlen" in out
    assert err == ""


def test_a_suggestion_to_leave_words_out_says_so(run, tmp_path):
    (tmp_path / "alt.txt").write_text("Sie sind zuverlässig und nicht älter als 50 Jahre.", "utf-8")
    _, out, _ = run(str(tmp_path / "alt.txt"))
    assert "Vorschlag: weglassen" in out
    (tmp_path / "ehe.txt").write_text("Wir sind viele. Sie leben in einer intakten Ehe.", "utf-8")
    _, out, _ = run(str(tmp_path / "ehe.txt"))
    assert "Vorschlag: ganzen Satz weglassen" in out
    (tmp_path / "profil.md").write_text("Ihr Profil\n\n- Humor\n- volle Sehkraft\n", "utf-8")
    _, out, _ = run(str(tmp_path / "profil.md"))
    assert "Vorschlag: ganzen Punkt weglassen" in out


def test_fix_prints_only_the_changed_text(run):
    code, out, err = run("--fix", "schlecht.txt", "--style", "star")
    assert code == 1
    assert out == BAD.replace("einen Bewerber", "eine*n Bewerber*in")
    assert err == ""


def test_fix_all(run):
    out = run("--fix=all", "schlecht.txt", "--style", "star")[1]
    assert out == BAD.replace("einen Bewerber", "eine*n Bewerber*in").replace(
        "junges, dynamisches", "engagiertes"
    )


@pytest.mark.parametrize(
    "arguments", [("--fix", "schlecht.txt"), ("schlecht.txt", "--fix"), ("--fix", "--", "schlecht.txt")]
)
def test_fix_never_swallows_a_path(run, arguments):
    assert "schlecht" not in run(*arguments)[1]
    assert "Bewerber" in run(*arguments)[1]


def test_a_file_may_be_called_like_an_option(run, files):
    (files / "--fix").write_text(GOOD)
    code, out, _ = run("--format", "json", "--", "--fix")
    assert (code, json.loads(out)["texts"][0]["text"]) == (0, GOOD)


def test_fixing_several_files_names_them(run):
    out = run("--fix", "gut.txt", "schlecht.txt")[1]
    assert out.startswith(f"==> gut.txt <==\n{GOOD}\n==> schlecht.txt <==\n")


def test_fix_with_json_is_a_field(run):
    report = json.loads(run("--fix", "schlecht.txt", "--format", "json", "--style", "star")[1])
    assert report["texts"][0]["fixed"] == BAD.replace("einen Bewerber", "eine*n Bewerber*in")


def test_standard_input(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    code, out, _ = run("-", "--format", "json")
    text = json.loads(out)["texts"][0]
    assert (code, text["path"], text["text"]) == (1, "-", BAD)


def test_a_broken_rule_file_is_told(run, monkeypatch):
    from postings.review import rulebook

    def broken():
        raise rulebook.RulebookError(["age/x.toml, Regel „x“: etwas fehlt."])

    monkeypatch.setattr(rulebook, "load", broken)
    assert run("gut.txt") == (2, "", "age/x.toml, Regel „x“: etwas fehlt.\n")


@pytest.mark.parametrize(
    "wrong", [["--style", "wild"], ["--date", "5.1.2026"], ["--format", "xml"], ["--fix=manche"], []]
)
def test_wrong_options_end_with_2(files, wrong):
    paths = [str(files / "gut.txt")] if wrong else []
    done = manage("review", *wrong, *paths)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_it_needs_no_database_and_logs_nothing(files):
    done = manage("review", str(files / "schlecht.txt"), DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"Bewerber" in done.stdout


def test_a_path_that_is_not_utf8(files):
    path = os.fsencode(files) + b"/gr\xf6\xdfe.txt"
    Path(os.fsdecode(path)).write_text(GOOD)
    done = manage("review", os.fsdecode(path), "--format", "json", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["texts"][0]["path"].endswith("gr\ufffd\ufffde.txt")


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    given = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "outreach.settings",
        "SECRET_KEY": "x" * 50,
        **environment,
    }
    given |= {"ENCRYPTION_KEYS": "x" * 50, "SIGNING_KEYS": "x" * 50}
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        capture_output=True,
        env=given,
        timeout=100,
        check=False,
    )
