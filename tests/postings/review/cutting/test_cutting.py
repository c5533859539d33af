"""Lines, sentences, tokens: offsets always point into the text as it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.review.cutting.surface import surface
from postings.review.language import analyse


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in analyse(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Sie beraten Familien, z. B. zum Wohngeld, d. h. am Telefon.",
        "Die Stelle ist ab dem 15. Januar 2027 frei.",
        "Bewerben Sie sich bis zum 15.01.2027 bei Frau Dr. Kaya.",
        "Das Büro ist im 2. Stock.",
        "Fragen beantwortet J. Müller, Tel. 0511 168-0, ca. 9 Uhr.",
        "Die Bezahlung liegt bei 3.303,85 Euro brutto i. d. R. im Monat.",
        "Wir suchen für unser Team in der Stadtbibliothek am Aegi\neine Person mit Freude an Büchern.",
    ],
)
def test_one_sentence_stays_one(text: str):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie helfen. Sie beraten!", ["Sie helfen.", "Sie beraten!"]),
        ("Wir zahlen EG 8. Sie haben Urlaub.", ["Wir zahlen EG 8.", "Sie haben Urlaub."]),
        ("Beginn ist 2027. Bewerben Sie sich.", ["Beginn ist 2027.", "Bewerben Sie sich."]),
        ("Aufgaben\n- Sie helfen\n- Sie beraten", ["Aufgaben", "Sie helfen", "Sie beraten"]),
        ("## Profil\n\n• Ausbildung\n• Deutsch", ["Profil", "Ausbildung", "Deutsch"]),
        ("Sind Sie dabei? Dann los.\r\nBis bald.", ["Sind Sie dabei?", "Dann los.", "Bis bald."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]):
    assert sentences(text) == expected


def test_inclusive_forms_are_one_token():
    words = [
        t.text for t in analyse("Lehrer:innen, Kolleg*innen (Schüler_innen) Mitarbeiter/-innen eine*n").tokens
    ]
    assert words == [
        "Lehrer:innen",
        ",",
        "Kolleg*innen",
        "(",
        "Schüler_innen",
        ")",
        "Mitarbeiter/-innen",
        "eine*n",
    ]


def test_titles_are_known():
    tokens = analyse("Sachbearbeiter (m/w/d)\n\nWir suchen Sie.").tokens
    assert [t.is_title_line for t in tokens if t.text in ("Sachbearbeiter", "Sie")] == [True, False]


def test_markup_is_masked_in_place():
    text = "## Ziel\n- **Freude** an 5*innen"
    masked = analyse(text).masked
    assert len(masked) == len(text)
    assert masked == "   Ziel\n    Freude   an 5*innen"


@given(st.text(max_size=200))
def test_any_text_keeps_its_offsets(text: str):
    analysis = analyse(text)
    assert len(analysis.masked) == len(text)
    assert all(analysis.masked[t.offset : t.end] == t.text for t in analysis.tokens)
    ends = [0] + [end for _, end in analysis.sentences]
    assert all(start >= before for (start, _), before in zip(analysis.sentences, ends, strict=False))


@given(st.text(alphabet="aü\u0308\u00ad\u200f b", max_size=40))
def test_the_surface_leads_back_to_the_original(text: str):
    made = surface(text)
    for index, char in enumerate(made.plain):
        offset, length = made.span(index, 1)
        assert char in surface(text[offset : offset + length]).plain
    assert "\u00ad" not in made.plain


def test_an_ordinary_text_is_its_own_surface():
    assert surface("Grüße").plain == "Grüße"
    assert surface("Grüße").span(2, 3) == (2, 3)
