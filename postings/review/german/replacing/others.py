"""One more of the same: "Ein Bote bringt die Akten, ein anderer holt sie ab"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary.words import DETERMINERS, PREPOSITIONS

# The first word: the second, and both in their feminine form.
_OTHERS = {
    "ein": ("anderer", "eine andere"),
    "einen": ("anderen", "eine andere"),
    "einem": ("anderen", "einer anderen"),
}


def another(words: Sequence[Word], at: int, determiner: str) -> tuple[Word, str] | None:
    """Both words as one, and their feminine form, after a noun with this determiner."""
    row = words[at : at + 3]
    if len(row) < 3 or not determiner.startswith("ein") or row[0].low not in _OTHERS:
        return None
    second, feminine = _OTHERS[row[0].low]
    if row[1].low != second or _is_before_noun(words, at + 2):
        return None
    pair = f"{row[0].low} {second}"
    return row[0]._replace(text=f"{row[0].text} {row[1].text}", low=pair, end=row[1].end), feminine


def _is_before_noun(words: Sequence[Word], at: int) -> bool:
    """ "ein anderer Mitarbeiter", "ein anderer junger Mann"."""
    while at < len(words) and words[at].text[0].islower() and words[at].low.endswith(("er", "en", "e")):
        if words[at].low in DETERMINERS or words[at].low in PREPOSITIONS:
            return False
        at += 1
    return at < len(words) and words[at].is_word and words[at].text[0].isupper()
