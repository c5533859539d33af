"""Tables of words beside the code: read as they stand, none left without its code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import postings.review
from postings.review.anchors.tables import Tables

FILES = sorted(Path(postings.review.__file__).parent.rglob("words/*.txt"))


def _tables(folder: Path, text: str) -> Tables:
    (folder / "words").mkdir()
    (folder / "words" / "hours.txt").write_text(text, "utf-8")
    return Tables(str(folder / "hours.py"))


def test_a_table_is_any_of_its_lines_in_any_case(tmp_path):
    tables = _tables(
        tmp_path, "# a remark\n\n[full]\n# another one\nvollzeit\n\\bganztags\n\n[part]\nteilzeit\n"
    )
    assert tables.pattern("full").search("In Vollzeit")
    assert tables.wording("full").search("Ganztags")
    assert not tables.pattern("full").search("In Teilzeit, halbganztags, a remark")
    assert re.search(rf"auch {tables.any_of('part')}\b", "auch teilzeit")


def test_a_set_of_letters_is_no_name(tmp_path):
    assert _tables(tmp_path, "[full]\nvoll\n[Gg]anz\n").pattern("full").search("ganz")


def test_a_table_that_is_not_there_is_told(tmp_path):
    with pytest.raises(KeyError):
        _tables(tmp_path, "[full]\nvollzeit\n").pattern("part")


def test_there_are_tables_to_look_at():
    assert len(FILES) > 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_table_is_used_by_the_code_beside_it(path):
    code = (path.parents[1] / f"{path.stem}.py").read_text("utf-8")
    names = re.findall(r"^\[([a-z_]+)\]$", path.read_text("utf-8"), re.MULTILINE)
    asked = re.findall(r"_TABLES\.\w+\([\"'](\w+)[\"']\)", code)
    assert sorted(names) == sorted(asked)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_ends_with_a_blank_that_an_editor_would_drop(path):
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if line != line.strip()] == []
