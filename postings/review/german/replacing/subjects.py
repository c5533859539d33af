"""The verb of a phrase that is its subject, found where the order of words leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, CONTRACTIONS, DETERMINERS, PREPOSITIONS

_SUBORDINATING = word_set("""
    wenn dass weil ob falls sobald damit bevor nachdem solange während obwohl sofern bis wie was wo wann warum
    soweit sodass indem
    """)
_ENDS = frozenset(".,;:!?–")
_GENITIVES = word_set("des der eines einer unserer unseres ihrer ihres dieser dieses")
_IN_BETWEEN = word_set("sich auch dort hier dann stets immer gern")
_BEING = word_set("ist wird bleibt sind werden bleiben war waren wurde wurden")


def verb_of(words: Sequence[Word], start: int, at: int) -> int | None:
    """The place of the finite verb whose subject is the phrase from `start` to its noun `at`."""
    place = _verb_place(words, start, at)
    if place is None or not 0 <= place < len(words) or _has_second_verb(words, max(place, at)):
        return None
    if words[place].low in _BEING and _is_said_to_be(words, place, start):
        return None
    return place


def _verb_place(words: Sequence[Word], start: int, at: int) -> int | None:
    sentence = words[at].sentence
    if words[start].starts_sentence or words[start - 1].text in ";:":
        return after_attributes(words, at + 1, sentence)
    before = start - 1
    while before > 0 and words[before].low in _IN_BETWEEN and words[before].sentence == sentence:
        before -= 1
    word = words[before]
    if word.low in _SUBORDINATING and (word.starts_sentence or words[before - 1].text == ","):
        return _end_of_clause(words, at)
    if word.low in CONNECTORS or not word.is_word or word.sentence != sentence:
        return None
    return before


def stands_after_subject(words: Sequence[Word], start: int) -> bool:
    """Whether a verb and, before it, another subject come first: "Die Stadt sucht Busfahrer"."""
    first = start - 1
    while first > 0 and not words[first].starts_sentence:
        first -= 1
    low = words[first].low
    if first >= start - 1 or low in PREPOSITIONS or low in CONTRACTIONS or low in _SUBORDINATING:
        return False
    return low in DETERMINERS and not low.endswith(("en", "em"))


def comes_second(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb follows a phrase like "Am Abend" or "Heute" that is no object."""
    first = verb
    while first > 0 and not words[first].starts_sentence:
        first -= 1
    low = words[first].low
    is_adverb = first == verb - 1 and low not in DETERMINERS and not words[first].low.endswith(("en", "er"))
    return low in PREPOSITIONS or low in CONTRACTIONS or low == "zur" or is_adverb


def _end_of_clause(words: Sequence[Word], at: int) -> int | None:
    place = at + 1
    while place < len(words) and words[place].text not in _ENDS:
        if words[place].low in CONNECTORS or words[place].sentence != words[at].sentence:
            return None
        place += 1
    return place - 1 if place - 1 > at else None


def after_attributes(words: Sequence[Word], place: int, sentence: int) -> int | None:
    """The place behind "des Bauhofs", "mit Kindern", "(m/w/d)" after a noun."""
    while place < len(words) and words[place].sentence == sentence:
        low = words[place].low
        if words[place].text == "(":
            while place < len(words) and words[place].text != ")":
                place += 1
            place += 1
        elif low in PREPOSITIONS or low in CONTRACTIONS or low in _GENITIVES or low == "zur":
            noun = _next_noun(words, place + 1, sentence)
            if noun is None:
                return None
            place = noun + 1
        else:
            is_small = words[place].is_caps or not words[place].text[0].isupper()
            return place if words[place].is_word and is_small else None
    return None


def _next_noun(words: Sequence[Word], place: int, sentence: int) -> int | None:
    for at in range(place, min(len(words), place + 5)):
        if words[at].sentence != sentence or words[at].text in _ENDS:
            return None
        if words[at].is_word and words[at].text[0].isupper():
            return at
    return None


def _has_second_verb(words: Sequence[Word], place: int) -> bool:
    """ "kommt und hilft": a second verb that would have to change, too."""
    for at in range(place + 1, min(len(words) - 1, place + 40)):
        if words[at].sentence != words[place].sentence:
            return False
        if words[at].low in ("und", "oder") and words[at + 1].is_word and words[at + 1].text[0].islower():
            after = words[at + 1].low
            if after not in DETERMINERS and after not in PREPOSITIONS and after not in CONTRACTIONS:
                return not after.endswith(("e", "er", "em", "es", "lich", "ig", "isch"))
    return False


def _is_said_to_be(words: Sequence[Word], verb: int, start: int) -> bool:
    """ "ist ein Kollege", "ist Mitglied": what it is said to be would have to change its number."""
    after = words[(verb if verb > start else start) + 1 :][:4]
    if not after:
        return False
    if after[0].low in ("ein", "eine", "der", "die", "das") or after[0].text[:1].isupper():
        return True
    ends = next((at for at, word in enumerate(after) if not _is_small_adjective(word)), len(after))
    return 0 < ends < len(after) and after[ends].is_word and after[ends].text[0].isupper()


def _is_small_adjective(word: Word) -> bool:
    return word.text[0].islower() and word.low.endswith(("e", "en"))
