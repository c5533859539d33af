"""The number of a bare noun, seen by what stands beside it."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import rewritten


@pytest.mark.parametrize(
    ("text", "star"),
    [
        (
            "Ob Koch, Erzieher oder Ingenieur: Alle helfen.",
            "Ob Köch*in, Erzieher*in oder Ingenieur*in: Alle helfen.",
        ),
        (
            "Ob Lehrer, Eltern oder Schüler: Alle helfen.",
            "Ob Lehrer*innen, Eltern oder Schüler*innen: Alle helfen.",
        ),
        ("Gärtner werden dringend gesucht.", "Gärtner*innen werden dringend gesucht."),
        ("Gärtner dringend gesucht.", "Gärtner*in dringend gesucht."),
        ("Das ist die Aufgabe zweier Lehrer.", "Das ist die Aufgabe zweier Lehrer*innen."),
    ],
)
def test_number(text: str, star: str) -> None:
    assert rewritten(text) == star


def test_cut_compounds_become_cut_adjectives() -> None:
    text = "Sie arbeiten mit Sozial- und Heilpädagogen zusammen."
    neutral = "Sie arbeiten mit sozial- und heilpädagogischen Fachkräften zusammen."
    assert rewritten(text, "neutral") == neutral
