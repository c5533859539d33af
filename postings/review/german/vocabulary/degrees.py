"""Adjectives that mean a person only in some places: "der Beste sein", not "zum Besten"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary.lexicon import Noun
from postings.review.german.vocabulary.word_lists import word_set

DEGREES = word_set("""
    Bester Erster Letzter Einziger Nächster Schnellster Stärkster Klügster Größter Mutigster Fleißigster
    Geduldigster Richtiger Passender Falscher Klügerer Stärkerer Schwächerer Jüngerer Älterer Schnellerer
    """)
_ONE = word_set("ein kein irgendein")
_SEEKING = word_set("suchen suche sucht wollen will nehmen nimmt brauchen brauche braucht einstellen")
_SPOKEN_TO = word_set("sie du ihr er sei bist ist sind war wäre")
_OF = word_set("der von dieser unserer")
_OF_MONTH = word_set("des im jeden")
_BACK = 9


def is_no_person(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """Whether such a word stands where it is a thing, a day or the adjective of the next word."""
    if noun.base not in DEGREES:
        return False
    if at == 0 or _has_own_noun(words, at):
        return True
    before, low = words[at - 1].low, words[at].low
    if low.endswith("e"):
        return before != "der" or _is_byname(words, at) or _is_day(words, at)
    if low.endswith("er"):
        return before not in _ONE and before != "als"
    return not (low.endswith("en") and before == "den" and _is_sought(words, at))


def _has_own_noun(words: Sequence[Word], at: int) -> bool:
    """ "der Erste Stadtrat"; "der Ältere der beiden Bagger"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.sentence != words[at].sentence:
        return False
    return after.text[0].isupper() or after.low in _OF


def _is_byname(words: Sequence[Word], at: int) -> bool:
    """ "Otto der Erste", "Cranach der Jüngere"."""
    return at > 1 and words[at - 2].text[0].isupper() and words[at - 2].low not in _SPOKEN_TO


def _is_day(words: Sequence[Word], at: int) -> bool:
    """ "Der Erste des Monats"."""
    return words[at].low in ("erste", "letzte") and at + 1 < len(words) and words[at + 1].low in _OF_MONTH


def _is_sought(words: Sequence[Word], at: int) -> bool:
    """ "Wir suchen nicht den Besten": one, not "den Besten helfen"."""
    near = words[max(0, at - _BACK) : at]
    return any(word.low in _SEEKING for word in near if word.sentence == words[at].sentence)
