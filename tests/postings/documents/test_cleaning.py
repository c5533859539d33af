import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.documents import DocumentError, accept_text, clean_text
from postings.documents.document import MAX_CHARACTERS


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("eins\r\nzwei\rdrei", "eins\nzwei\ndrei"),
        ("a\u2028b\u2029c\x0bd", "a\nb\nc\nd"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("\u202eneppilf\u202c \u2066x\u2069", "neppilf x"),
        ("Blanks   \nam Ende\t", "Blanks\nam Ende"),
        ("E\u00a09b, z.\u202fB.", "E 9b, z. B."),
        ("Sach\u00adbear\u200bbeitung", "Sachbearbeitung"),
        ("u\u0308ber", "über"),
        ("\n\n Text \n\n", " Text"),
        ("Tab\tbleibt", "Tab\tbleibt"),
        ("einzelnes \ud83d Halbpaar", "einzelnes  Halbpaar"),
        ("👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"),
        ("\ufeffText", "Text"),
    ],
)
def test_what_is_cleaned(text, clean):
    assert clean_text(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.text())
def test_clean_text_can_be_stored_and_written_anywhere(text):
    clean = clean_text(text)
    clean.encode("utf-8")
    assert "\r" not in clean
    assert not any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in clean)


def test_empty_text_is_told_in_words():
    with pytest.raises(DocumentError, match="Der Text ist leer") as caught:
        accept_text(" \r\n\x00 ")
    assert caught.value.code == "empty"


def test_long_text_is_told_with_numbers():
    with pytest.raises(DocumentError, match=r"200\.001 Zeichen, möglich sind 200\.000") as caught:
        accept_text("a" * (MAX_CHARACTERS + 1))
    assert caught.value.code == "too-long"


def test_ordinary_text_is_accepted():
    assert accept_text("Guten Tag\r\n") == "Guten Tag"
