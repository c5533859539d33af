"""A rule's replacement in the sentence it comes to."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.fixing import apply


def becomes(sentence: str, rule: str) -> list[str]:
    found = next(each for each in review(sentence).findings if each.rule == rule)
    return [apply(sentence, list(one.edits)) for one in found.replacements[:1]]


@pytest.mark.parametrize(
    ("sentence", "rule", "better"),
    [
        (
            "Sie sprechen sehr gutes Deutsch.",
            "deutschniveau",
            "Sie sprechen Deutsch auf dem Niveau B2 (GER).",
        ),
        ("Sie sprechen akzentfreies Deutsch.", "akzentfrei", "Sie sprechen Deutsch auf dem Niveau B2 (GER)."),
        (
            "Du schreibst fehlerfreies Deutsch.",
            "deutsch-perfekt",
            "Du schreibst Deutsch auf dem Niveau B2 (GER).",
        ),
        ("sehr gutes Deutsch", "deutschniveau", "Deutschkenntnisse auf dem Niveau B2 (GER)"),
    ],
)
def test_one_speaks_german_and_has_knowledge_of_it(sentence: str, rule: str, better: str):
    assert becomes(sentence, rule) == [better]


@pytest.mark.parametrize(
    ("sentence", "better"),
    [
        ("Verstärken Sie unsere Mannschaft!", ["Verstärken Sie unser Team!"]),
        ("Sie leiten eine Mannschaft, die Schicht arbeitet.", []),
        ("Bei uns finden Sie eine Mannschaft, in der alle zählen.", []),
    ],
)
def test_no_noun_changes_its_gender_before_its_pronoun(sentence: str, better: list[str]):
    assert becomes(sentence, "mannschaft") == better
