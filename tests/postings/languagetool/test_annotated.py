"""Offsets find their way back into what the client sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.languagetool.annotated import Annotated
from postings.languagetool.errors import UnusableError
from postings.review import Edit

PIECES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"text": st.text(max_size=8)}),
        st.fixed_dictionaries({"markup": st.text(max_size=8)}, optional={"interpretAs": st.text(max_size=3)}),
    ),
    max_size=8,
)
BOLD = {
    "annotation": [
        {"text": "Ein "},
        {"markup": "<b>"},
        {"text": "Bewerber"},
        {"markup": "</b>"},
        {"markup": "<br>", "interpretAs": "\n"},
        {"text": "kommt."},
    ]
}


def test_the_checked_text_and_the_original():
    annotated = Annotated.of_data(BOLD)
    assert annotated.plain == "Ein Bewerber\nkommt."
    assert annotated.original == "Ein <b>Bewerber</b><br>kommt."


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (4, 12, "Bewerber"),
        (0, 3, "Ein"),
        (0, 12, "Ein <b>Bewerber"),
        (12, 13, "<br>"),
        (13, 19, "kommt."),
        (0, 19, "Ein <b>Bewerber</b><br>kommt."),
    ],
)
def test_spans(start, end, words):
    annotated = Annotated.of_data(BOLD)
    first, last = annotated.span(start, end)
    assert annotated.original[first:last] == words


def test_edits_keep_the_markup_between_them():
    annotated = Annotated.of_data(BOLD)
    edits = [Edit(4, 8, "Bewerber*in"), Edit(0, 3, "Ein*e")]
    assert annotated.edited(*annotated.span(0, 12), edits) == "Ein*e <b>Bewerber*in"


def test_an_insertion():
    annotated = Annotated.of_data(BOLD)
    assert annotated.edited(*annotated.span(4, 12), [Edit(12, 0, "*in")]) == "Bewerber*in"


def test_an_edit_through_markup_is_refused():
    annotated = Annotated.of_data({"annotation": [{"text": "Bewer"}, {"markup": "<b>"}, {"text": "ber"}]})
    assert annotated.edited(*annotated.span(0, 8), [Edit(0, 8, "Person")]) is None


def test_odd_characters_keep_their_place():
    annotated = Annotated.of_text("\ud83d\x00👩x")
    assert annotated.plain == "\ufffd 👩x"
    assert annotated.utf16.at(3) == 4


@given(PIECES)
def test_every_span_of_text_is_found_again(pieces):
    annotated = Annotated.of_data({"annotation": pieces})
    for start in range(len(annotated.plain)):
        first, last = annotated.span(start, start + 1)
        assert 0 <= first < last <= len(annotated.original) or first == last
        found = annotated.original[first:last]
        assert found == annotated.plain[start] or any("markup" in piece for piece in pieces)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"annotation": {}},
        {"annotation": ["a"]},
        {"annotation": [{}]},
        {"annotation": [{"text": 1}]},
        {"annotation": [{"text": "a", "markup": "b"}]},
        {"annotation": [{"markup": "a", "interpretAs": 2}]},
    ],
)
def test_wrong_data(data):
    with pytest.raises(UnusableError):
        Annotated.of_data(data)
