"""Single people of the past: "das Testament eines Bäckers von 1612" is about one who lived."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set

_TIMES = word_set(
    "jahrhundert jahrhunderts kaiserzeit mittelalter barock biedermeier antike hansezeit weltkrieg steinzeit"
)
_OF_OLD = ("historische", "mittelalterliche")
_DATING = word_set("aus des im der von um anno ( ,")
_TODAY = word_set("wir sie du ihr uns unser unsere unseren unserem sucht suchen gesucht")
_FIRST, _LAST_APART, _LAST = "1000", "1900", "1946"
_BEFORE_NUMBERS = word_set(
    "rund etwa ca circa über fast knapp die der den mehr als bis zu nur jede alle § nr"
)
_NEAR, _FAR = 6, 25


def is_of_past(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun means one person who lived long ago."""
    if not phrase.readings & SINGULAR:
        return False
    if any(words[at].low.startswith(_OF_OLD) for at in phrase.adjectives):
        return True  # "Der historische Nachtwächter führt durch die Altstadt"
    return _is_dated(words, phrase) or _is_told_of_old_times(words, phrase)


def _is_dated(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "eines Kaufmanns aus dem 19. Jahrhundert", "eines Seilers von 1734"."""
    at = phrase.at
    row = words[at + 1 : at + 1 + _NEAR]
    if not row or row[0].low not in _DATING or row[0].sentence != words[at].sentence:
        return False
    if row[0].low not in ("von", "um", "anno", "(", ",") and any(word.low in _TIMES for word in row[1:]):
        return True
    is_dated = any(_is_year(words, each, _LAST) for each in range(at + 2, min(at + 5, len(words))))
    return is_dated and not _speaks_of_today(words, at)


def _is_told_of_old_times(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "1643 stiftete ein Kaufmann das Waisenhaus": the sentence names the year, and nobody of today."""
    at = phrase.at
    near = range(max(0, at - _FAR), min(len(words), at + _FAR))
    if not any(
        _is_year(words, each, _LAST_APART) for each in near if words[each].sentence == words[at].sentence
    ):
        return False
    return not _speaks_of_today(words, at)


def _speaks_of_today(words: Sequence[Word], at: int) -> bool:
    near = words[max(0, at - _FAR) : at + _FAR]
    return any(word.low in _TODAY for word in near if word.sentence == words[at].sentence)


def _is_year(words: Sequence[Word], at: int, last: str) -> bool:
    """ "von 1734", "1643 stiftete" – but "1600 Patienten", "1500 Euro" are counted."""
    text = words[at].text
    if len(text) != 4 or not text.isdigit() or not _FIRST <= text < last:
        return False
    if (
        at + 1 < len(words)
        and words[at + 1].text[0].isupper()
        and words[at + 1].sentence == words[at].sentence
    ):
        return False
    return at == 0 or words[at - 1].low not in _BEFORE_NUMBERS
