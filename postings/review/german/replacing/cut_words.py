"""Words that lack their end: "Straßen-" in "Straßen- und Tiefbauer"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary.words import CONNECTORS


def first_of_row(words: Sequence[Word], at: int) -> int:
    """Where "Straßen- und Tiefbauer" begins: the place of the first word that lacks its end."""
    first = at
    while first >= 2 and _is_cut(words, first - 2) and _is_joint(words[first - 1], first == at):
        first -= 2
    return first


def _is_joint(word: Word, is_last: bool) -> bool:
    return word.low in CONNECTORS or word.text == "/" or (word.text == "," and not is_last)


def _is_cut(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return (
        word.is_word
        and word.text.endswith("-")
        and word.text[0].isupper()
        and not word.low.endswith(("innen-", "in-"))
        and word.sentence == words[at + 1].sentence
    )
