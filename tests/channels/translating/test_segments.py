"""Ads in pieces, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from channels.translating.segments import assemble, segments

TEXT = """Die Stadt sucht Verstärkung.

## Ihre Aufgaben
- Sie beraten Menschen.
- Sie prüfen Anträge.

Zwei Zeilen
gehören zusammen.
"""


def test_title_headings_items_and_paragraphs():
    assert [(piece.kind, piece.source) for piece in segments("Wohngeld", TEXT)] == [
        ("title", "Wohngeld"),
        ("text", "Die Stadt sucht Verstärkung."),
        ("heading", "Ihre Aufgaben"),
        ("item", "Sie beraten Menschen."),
        ("item", "Sie prüfen Anträge."),
        ("text", "Zwei Zeilen\ngehören zusammen."),
    ]


def test_a_title_repeated_in_the_text_is_one_piece():
    assert [piece.kind for piece in segments("Gärtner*in", "# Gärtner*in (m/w/d)\n\nKommen Sie!")] == [
        "title",
        "text",
    ]


def test_back_to_one_text():
    found = segments("Wohngeld", TEXT)
    heading = found[2].digest
    assert assemble(found, {heading: "Görevleriniz"}) == (
        "Die Stadt sucht Verstärkung.\n\n## Görevleriniz\n\n- Sie beraten Menschen.\n"
        "- Sie prüfen Anträge.\n\nZwei Zeilen\ngehören zusammen.\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_nothing_of_any_text_is_lost(text):
    found = segments("Titel", text)
    again = segments("Titel", assemble(found, {}))
    assert [piece.source for piece in again] == [piece.source for piece in found]
