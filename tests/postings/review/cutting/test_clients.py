"""What is told of those whom the work is for asks nothing of those who apply."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.cutting.excuses import is_of_clients
from postings.review.rulebook import LEGAL_CATEGORIES

HOUSE = "In der Anlage wohnen vierzig alte Menschen."


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("", "Unsere Klientinnen sind meist jung, ledig oder seelisch belastet."),
        ("", "Kinder mit Diabetes, Rollstuhl oder Brille gehören hier dazu."),
        ("", "Jungen dürfen mit Puppen und Mädchen mit Baggern spielen."),
        ("", "Viele Hochbetagte leben allein, manche haben Demenz."),
        (HOUSE, "Viele sind blind oder schwerhörig, manche haben keine Angehörigen mehr."),
    ],
)
def test_of_clients(before: str, sentence: str) -> None:
    assert is_of_clients(sentence, before)
    assert not [f for f in review(f"{before} {sentence}").findings if f.category in LEGAL_CATEGORIES]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("", "Sie sind jung, ledig und seelisch belastbar."),
        ("", "Unsere Kinder brauchen junge Gesichter im Team."),
        ("", "Mädchen sind in der Werkstatt überfordert."),
        ("", "Kinder haben Sie keine."),
        ("", "Ihre Kinder sind schon selbstständig und aus dem Haus."),
        ("", "Kinder sind für Sie kein Thema."),
        ("", "Manche Menschen haben bei uns keine Chance: Behinderte."),
        ("Unser Team hat zehn Leute.", "Viele sind jung und kinderlos: So suchen wir auch Sie."),
    ],
)
def test_not_of_clients(before: str, sentence: str) -> None:
    assert not is_of_clients(sentence, before)
    assert [f for f in review(f"{before} {sentence}").findings if f.category in LEGAL_CATEGORIES]
