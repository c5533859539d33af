"""Posters of odd ads, read back as people's programs read them: nothing invented, nothing turned round."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from channels import languages
from channels.renditions import factsheet, forms
from channels.renditions.clean import bare_title
from tests.channels.conftest import FACTS

COMPOUND = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsangelegenheiten"
ALL = {**FACTS, "deadline": "2027-01-31", "start": "nächstmöglichen Zeitpunkt"}
NOTHING = dict.fromkeys(key for key in ALL if key != "title")
#: Letters of right-to-left text come back as the forms they are drawn in.
LEFT_TO_RIGHT = [code for code in languages.codes() if languages.get(code).direction == "ltr"]
LABELS = ("pay", "hours", "language", "deadline", "start", "contract")


@pytest.fixture(autouse=True)
def _reader() -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")


def told(code: str, title: str = "Sachbearbeitung Wohngeld", **facts) -> forms.Telling:
    language, known = languages.get(code), {**ALL, **facts}
    return forms.Telling(
        language=language,
        title=bare_title(title),
        lines=factsheet.lines(known, language, "Neustadt"),
        present=["encouragement"],
        facts=known,
        link="https://jobs.neustadt.example/l/bcdfghjk",
        scanned="https://jobs.neustadt.example/q/bcdfghjk",
        city="Stadt Neustadt",
        notice="" if code == "de" else language.text("notice.unreviewed"),
    )


def read(told: forms.Telling, paper: str, folder: Path) -> str:
    """In reading order, without the marks of direction the reader adds and the hyphens at line ends."""
    path = folder / "sheet.pdf"
    path.write_bytes(forms.LOOKS[f"Plakat-{paper}.pdf"](told))
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, timeout=60)
    joined = re.sub("[-\u2010\u00ad]\n", "", done.stdout.decode())
    return re.sub("[\u202a-\u202e\u00ad]", "", joined)


@pytest.mark.parametrize("code", languages.codes())
def test_a_fact_the_ad_lacks_is_left_out_with_its_label(code, tmp_path):
    language = languages.get(code)
    assert [line["key"] for line in told(code, **NOTHING).lines] == ["place"]
    text = read(told(code, **NOTHING), "A4", tmp_path)
    assert "Neustadt" in text and "bcdfghjk" in text
    lines = {line.strip() for line in text.splitlines()}
    assert not lines & {language.text(f"label.{key}") for key in LABELS}
    assert "None" not in text and "{" not in text


@pytest.mark.parametrize("code", LEFT_TO_RIGHT)
@pytest.mark.parametrize("start", ["nach Absprache", "nach Vereinbarung", "wird im Gespräch geklärt"])
def test_what_the_ad_leaves_open_is_open_in_every_language(code, start, tmp_path):
    later = languages.get(code).text("value.later")
    text = re.sub(r"\s+", " ", read(told(code, start=start, start_date=None), "A4", tmp_path))
    assert all(word in text for word in later.split())


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("code", ["de", "ar", "vi"])
def test_a_very_long_compound_is_whole_and_on_the_sheet(code, paper, tmp_path):
    text = read(told(code, title=f"Fachkraft für {COMPOUND} (m/w/d)"), paper, tmp_path)
    assert COMPOUND in re.sub(r"[\s\u2010-]", "", text)
    assert "(m/w/d)" not in text


@pytest.mark.parametrize("code", ["de", "ar", "fa"])
def test_marks_of_direction_turn_nothing_round(code, tmp_path):
    odd = told(
        code,
        title="Koch\u202e neffets\u202c \u2067Kantine\u2069\u200f",
        contact={"name": "Ali \u202eDemir\u202c", "phone": "\u200f0511 1234"},
        place="\u2067Neustadt\u2069",
    )
    text = re.sub(r"\s+", " ", read(odd, "A4", tmp_path))
    assert "Koch neffets Kantine" in text
    assert "Ali Demir" in text and "0511 1234" in text
    assert not set("\u202e\u202c\u2067\u2069\u200f") & set(odd.title)


@pytest.mark.parametrize("code", languages.codes())
def test_a_long_compound_fits_on_the_picture(code):
    made = forms.LOOKS["Bild.png"](told(code, title=f"Fachkraft für {COMPOUND}"))
    assert made.startswith(b"\x89PNG")
