"""A short text fits whatever stands in it, loses whole facts and words only, and never its link."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.renditions.fitting import Line, Post, Size, TooSmall, fitted
from postings.documents.cleaning import one_line

LINK = "https://jobs.neustadt.example/l/abcdefgh"
TITLES = st.one_of(
    st.text(max_size=300),
    st.text("Donaudampfschifffahrts-", min_size=100, max_size=600),
    st.text("👩🏽‍🔧👨‍👩‍👧🇩🇪 ", max_size=200),
    st.text("مهندس ة،", max_size=300),
    st.text("<>&\"'@#\\\u202e\u0000\u2028\t ", max_size=300),
)
LINES = st.lists(st.builds(Line, TITLES.map(one_line), st.integers(0, 4)), max_size=5)
MEASURES = {
    "characters": len,
    "UTF-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "bytes": lambda text: len(text.encode()),
}


def post(title: str = "Sachbearbeitung Wohngeld", lines=(), tags: str = "") -> Post:
    return Post("Neue Stelle (Stadt Neustadt)", "Neue Stelle", title, LINK, tuple(lines), tags)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
@given(title=TITLES.map(one_line), lines=LINES, limit=st.integers(len(LINK), 600))
def test_it_always_fits_and_always_has_the_link(measure, title, lines, limit):
    whole, size = post(title, lines, "#Jobs"), Size(limit, measure)
    small = fitted(whole, size)
    assert size.holds(small.text)
    assert LINK in small.text.split()
    assert set(small.lines) <= set(whole.lines)
    words = small.title.removesuffix("…").split()
    assert words == whole.title.split()[: len(words)]
    assert html.unescape(small.markup.replace("<b>", "").replace("</b>", "")) == small.text


@given(title=TITLES.map(one_line), lines=LINES)
def test_nothing_is_left_out_without_need(title, lines):
    whole = post(title, lines, "#Jobs")
    assert fitted(whole, Size(len(whole.text))) == whole


def test_what_is_spared_first():
    lines = [Line("Bezahlung: viel", 1), Line("Ort: Neustadt", 4), Line("Bewerben bis: morgen", 0)]
    whole = post(lines=lines, tags="#Jobs")
    seen = [fitted(whole, Size(limit)).text for limit in range(len(whole.text), len(LINK), -1)]
    gone = [
        next(index for index, text in enumerate(seen) if words not in text)
        for words in (
            "#Jobs",
            "Ort",
            "Bezahlung",
            "Bewerben bis",
            "(Stadt Neustadt)",
            "Wohngeld",
            "Sachbearbeitung",
            "Neue",
        )
    ]
    assert gone == sorted(gone) and len(set(gone)) == len(gone)


def test_no_room_for_the_link_is_told():
    with pytest.raises(TooSmall):
        fitted(post(), Size(len(LINK) - 1))
