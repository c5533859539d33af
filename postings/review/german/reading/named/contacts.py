"""Surnames that are occupations, where an ad says whom to ask: "Dr. Selma Kellner, Telefon 0511 …"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.named.names import TITLES
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.word_lists import word_set

_REACH = word_set("telefon tel fon mobil handy durchwahl mail raum zimmer")
_DEGREES = word_set("ing med phil jur rer nat pol habil kfm päd psych theol mult")
_SIGNS = (".", "-", "(", ")")
_LABELS = word_set(
    "kontakt auskunft auskünfte info infos information informationen fragen rückfragen telefon hotline"
)
_NO_FIRST_NAME = (
    "ung",
    "heit",
    "keit",
    "amt",
    "büro",
    "stelle",
    "dienst",
    "team",
    "service",
    "zentrale",
    "iat",
)
_BACK = 8
_NEAR = 5


def is_contact(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun is the surname of someone whom one can ask."""
    if phrase.start != phrase.at or words[phrase.at].text != phrase.noun.base:
        return False
    first = words[phrase.at - 1] if phrase.at else None
    has_first_name = first is not None and _may_be_first_name(first, words[phrase.at])
    after = phrase.at - 1 if has_first_name else phrase.at
    return _follows_title(words, after) or (has_first_name and _can_be_reached(words, phrase.at))


def _may_be_first_name(word: Word, noun: Word) -> bool:
    return (
        word.is_word
        and word.sentence == noun.sentence
        and word.text[0].isupper()
        and not word.is_caps
        and not word.is_inclusive
        and len(word.text) > 2
        and word.low not in _LABELS
        and not word.low.endswith(_NO_FIRST_NAME)
    )


def _follows_title(words: Sequence[Word], at: int) -> bool:
    """ "Frau Dipl.-Ing. Maurer", "Herr Dr. med. Schäfer"."""
    for back in range(at - 1, max(-1, at - _BACK), -1):
        word = words[back]
        if word.sentence != words[at].sentence:
            return False
        if word.low in TITLES:
            return True
        if word.text not in _SIGNS and word.low not in _DEGREES:
            return False
    return False


def _can_be_reached(words: Sequence[Word], at: int) -> bool:
    """A telephone, an address or a room stands right after."""
    row = words[at + 1 : at + 1 + _NEAR]
    if not row or row[0].text not in (",", "(", ":", "–"):
        return False
    return row[1:2] != [] and (
        row[1].low in _REACH or row[1].text[:1] == "0" or any(word.text == "@" for word in row)
    )
