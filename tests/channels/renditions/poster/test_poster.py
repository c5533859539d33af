"""Posters: one sheet in every language, readable by people, phones and screen readers."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels import languages
from channels.renditions import poster
from tests.channels.conftest import CITY, FACTS

ALL = {**FACTS, "deadline": "2027-01-31", "start": "nächstmöglichen Zeitpunkt"}
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherungsangelegenheiten"


def content(code: str = "de", title: str = "Sachbearbeiter*in Wohngeld (m/w/d)", **facts):
    return poster.content(
        title=title,
        facts={**ALL, **facts},
        present=["encouragement", "foreign_qualifications", "disability_clause"],
        language=languages.get(code),
        link="https://jobs.neustadt.example/l/bcdfghjk",
        qr_link="https://jobs.neustadt.example/q/bcdfghjk",
        city=CITY,
    )


def read(sheet: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(sheet))


@pytest.mark.parametrize("paper", poster.PAPERS)
@pytest.mark.parametrize("code", languages.codes())
def test_one_tagged_sheet_in_every_language(code, paper):
    document = read(poster.pdf(content(code), paper))
    assert len(document.pages) == 1
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].split("-")[0] == languages.get(code).tag
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    width, height = (round(float(side)) for side in document.pages[0].mediabox[2:])
    assert (width, height) == {"a4": (595, 842), "a3": (842, 1191)}[paper]


@pytest.mark.parametrize("code", ["de", "en", "uk", "vi", "kmr"])
def test_its_words_can_be_searched_in_reading_order(code):
    sheet = content(code)
    text = re.sub(r"\s+", " ", read(poster.pdf(sheet)).pages[0].extract_text())
    words = [sheet["title"], sheet["facts"][0]["label"], sheet["scan"].split()[0], sheet["link"]]
    places = [text.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)


def test_an_address_reads_from_the_left_in_every_language():
    sheet = {**content("ar"), "link": "127.0.0.1:8288/l/6hrztjq5"}
    assert sheet["link"] in read(poster.pdf(sheet)).pages[0].extract_text()


def test_the_title_is_bare_and_german():
    assert content("ar")["title"] == "Sachbearbeiter*in Wohngeld"


def test_a_code_that_phones_read():
    sheet = content()
    assert "<svg" in sheet["qr"]
    assert sheet["link"] == "jobs.neustadt.example/l/bcdfghjk"


@pytest.mark.parametrize("code", [code for code in languages.codes() if code != "de"])
def test_nobody_takes_it_for_reviewed(code):
    assert poster.printed(languages.get(code).text("notice.unreviewed")) in content(code)["notice"]


def test_characters_without_a_glyph_are_refused():
    with pytest.raises(poster.MissingCharacters):
        poster.pdf(content(title="Übersetzung 日本語"))


def test_an_unknown_paper():
    with pytest.raises(ValueError, match="a5"):
        poster.pdf(content(), "a5")


def test_the_same_words_give_the_same_bytes():
    assert poster.pdf(content("fa")) == poster.pdf(content("fa"))


@pytest.mark.parametrize(
    "title", [LONG, f"{LONG} und {LONG} sowie {LONG}", "#set text(red) $x$ @y <z> *a* \\"]
)
def test_long_and_odd_titles_stay_on_the_sheet(title):
    assert len(read(poster.pdf(content("pl", title=title))).pages) == 1


def test_missing_facts_leave_no_gap():
    bare = dict.fromkeys(key for key in ALL if key != "title")
    sheet = content(**bare)
    assert [fact["label"] for fact in sheet["facts"]] == ["Ort"]
    assert len(read(poster.pdf(sheet)).pages) == 1


@pytest.mark.parametrize("code", languages.codes())
def test_a_square_picture_in_every_language(code):
    made = poster.square(content(code, title="Sachbearbeiter*in für Wohngeldangelegenheiten"))
    assert made.startswith(b"\x89PNG")
    assert (int.from_bytes(made[16:20]), int.from_bytes(made[20:24])) == (1080, 1080)


def test_a_picture_hides_no_missing_glyph():
    with pytest.raises(poster.MissingCharacters):
        poster.square(content(title="日本"))


_LATIN = st.text(
    st.characters(max_codepoint=0x24F, categories=["L", "N", "P", "Zs"]), min_size=1, max_size=200
)


@settings(max_examples=15, deadline=None)
@given(title=_LATIN)
def test_any_title_is_set_or_refused_in_words(title):
    try:
        assert len(read(poster.pdf(content(title=f"A {title}"))).pages) == 1
    except poster.MissingCharacters:
        assert title  # refused, not printed as blank boxes
