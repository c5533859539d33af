"""Finite verbs made plural."""

from __future__ import annotations

import pytest

from postings.review.german.vocabulary import verbs


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("reicht", "reichen"),
        ("hat", "haben"),
        ("arbeitet", "arbeiten"),
        ("wechselt", "wechseln"),
        ("koordiniert", "koordinieren"),
        ("erhält", "erhalten"),
        ("durchläuft", "durchlaufen"),
        ("entlässt", "entlassen"),
        ("führt", "führen"),
    ],
)
def test_plural(singular: str, plural: str) -> None:
    assert verbs.plural(singular) == plural


@pytest.mark.parametrize("word", ["nicht", "mit", "haus"])
def test_other_words(word: str) -> None:
    assert verbs.plural(word) is None
