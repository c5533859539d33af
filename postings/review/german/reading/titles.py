"""Titles, headings and points of a list: "Ingenieur (m/w/d)", "ERZIEHER GESUCHT", "Ansprechpartner für …"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading import neighbours
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import NS
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONTRACTIONS, PREPOSITIONS

_SEVERAL = word_set("zwei drei vier fünf sechs sieben acht neun zehn mehrere viele")
_RANKS = word_set("stellv stv ltd komm techn wiss päd")
_BESIDE = frozenset("/|·")
_ALL_SEXES = ("m/w", "w/m", "d/m", "m/d")
_LABELS = word_set("beruf berufsbild position stelle funktion tätigkeit kontakt ansprechpartner profil")


def is_wanted(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Hausmeister gesucht!" on a line of its own."""
    if not words[phrase.start].starts_line:
        return False
    for at in range(phrase.at + 1, min(len(words), phrase.at + 12)):
        if words[at].starts_line:
            return False
        if words[at].low == "gesucht":
            return True
    return False


def are_wanted(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Kulturwissenschaftler werden gesucht"."""
    if not is_wanted(words, phrase):
        return False
    if not phrase.readings & NS and not phrase.adjectives:
        return True  # "Lesepaten gesucht"; of one it would be "Lesepate gesucht"
    row = words[phrase.at + 1 : phrase.at + 4]
    if len(row) > 1 and row[0].low == "für" and row[1].low in _SEVERAL:
        return True  # "ERZIEHER FÜR DREI KITAS GESUCHT"
    return any(word.low in ("werden", "sind", "wurden") for word in row)


def is_title(words: Sequence[Word], phrase: Phrase) -> bool:
    """At the start of a title, or marked (m/w/d) on a line of its own."""
    first = words[phrase.start]
    if _follows_rank(words, phrase.start):
        return first.in_title
    if not (first.starts_line or _after_label(words, phrase.start) or _is_apposition(words, phrase)):
        return _is_beside(words, phrase)
    return first.in_title and not _announces_many(words, phrase.start)


def _follows_rank(words: Sequence[Word], at: int) -> bool:
    """ "Stellv. Leiter der Musikschule": an abbreviation opens the line."""
    return at > 1 and words[at - 1].text == "." and words[at - 2].starts_line and words[at - 2].low in _RANKS


def is_marked(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "sucht Elektroniker (m/w/d)": named like a title."""
    if phrase.adjectives or len(words) <= phrase.at + 2 or words[phrase.at + 1].text != "(":
        return False
    return words[phrase.at].in_title and words[phrase.at + 2].low.startswith(("m/", "w/", "d/"))


def is_listed_alone(words: Sequence[Word], phrase: Phrase) -> bool:
    """A list item that begins with the noun and is no sentence: "- Ansprechpartner für Vereine"."""
    if not (words[phrase.start].starts_line and phrase.readings & NS) or _announces_many(words, phrase.start):
        return False  # "- Paten für den Anfang" are many
    end = phrase.at + 1
    while end < min(len(words), phrase.at + 25) and words[end].sentence == words[phrase.at].sentence:
        end += 1
    after = words[phrase.at + 1] if phrase.at + 1 < end else None
    if words[end - 1].text in ".!?:" or (after is not None and after.text == ","):
        return False
    return after is None or after.low in PREPOSITIONS or after.low in CONTRACTIONS or after.text == "("


def _is_beside(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Anlagenmechaniker / Rohrnetzbauer (m/w/d)": one more name of the same post."""
    if words[phrase.start - 1].text not in _BESIDE:
        return False
    sentence = words[phrase.at].sentence
    row = (word.low for word in words[max(0, phrase.at - 12) : phrase.at + 12] if word.sentence == sentence)
    return words[phrase.start].in_title or any(low.startswith(_ALL_SEXES) for low in row)


def _is_apposition(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Traumjob Lokführer": the second of two nouns at the start of a title."""
    at = phrase.start - 1
    return at >= 0 and phrase.start == phrase.at and words[at].starts_line and neighbours.is_noun(words[at])


def _after_label(words: Sequence[Word], at: int) -> bool:
    return at > 1 and words[at - 1].text == ":" and words[at - 2].low in _LABELS


def _announces_many(words: Sequence[Word], at: int) -> bool:
    """After a line like "… stellt zum 1. April ein:"."""
    if at < 2 or words[at - 1].text != ":":
        return False
    return words[at - 2].low in ("ein", "suchen", "sucht", "wir", "mehrere")
