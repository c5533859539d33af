"""Verbs that look like adjectives: in "Seit Jahren klagen Anwohner" the word before the noun is the verb."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.word_lists import listed, word_set
from postings.review.german.vocabulary.words import (
    CONNECTORS,
    COPULAS,
    DETERMINERS,
    NO_ADJECTIVES,
    PREPOSITIONS,
    VERBS,
)

# What the stem of an adjective ends in; a verb in -en that does is rare before a noun.
_ADJECTIVAL = tuple(
    listed("""
    ig lich isch sam bar haft los voll end iv ell al ant är abel reich frei fähig extern intern neu jung alt
    erfahren gut groß klein nett engagiert motiviert qualifiziert interessiert spezialisiert promoviert
    examiniert approbiert zertifiziert versiert routiniert ambitioniert pensioniert studiert betroffen
    ander weiter ausgebildet angestellt angehend
    """)
)
_MODALS = word_set("""
    kann können muss müssen soll sollen sollte sollten will wollen darf dürfen mag möchte möchten konnte
    konnten musste mussten wollte wollten durfte durften hat haben hatte hatten habe
    """)
_BEFORE_ADJECTIVES = word_set("als wie sich sehr so zu")
_VERB_PARTS = ("entgegen", "dagegen", "zusammen", "nieder", "wieder", "weiter", "her", "hinunter")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "em", "es")
_CLAUSE_ENDS = frozenset(',;:–-()„“"»«')


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether this word in -en, which may be an adjective by its form, is the verb of its clause."""
    word = words[at]
    if not word.low.endswith("en"):
        return False
    if word.text[0].isupper():
        return _opens_condition(words, at)
    if at == 0:
        return False
    before = words[at - 1]
    if word.starts_line or before.text == ":":
        return False
    is_after_year = before.text[0].isdigit() and (verbs.is_infinitive(word.low) or word.low in VERBS)
    if _binds(words, at - 1) and not is_after_year:  # "Ab 2026 zahlen Anlieger"
        return False
    if _looks_adjectival(word.low):
        return False
    return not _has_verb_before(words, at)


def is_in_row(words: Sequence[Word], at: int) -> bool:
    """ "Sie nehmen Anrufe an, beruhigen Gäste": a further verb of "Sie" or "Wir", alone before its object."""
    if not words[at].low.endswith("en") or at < 3 or at + 1 >= len(words):
        return False
    before = words[at - 1]
    if before.text != "," and before.low not in CONNECTORS:
        return False
    if _may_be_joined(words[at - 2]) or not words[at + 1].text[0].isupper():
        return False
    return _begins_with_subject(words, at)


def _may_be_joined(word: Word) -> bool:
    """Whether an adjective may be joined to it: "mit älteren und kranken Menschen"."""
    if not word.is_word or word.text[0].isupper():
        return False
    return (
        word.low.endswith(_ADJECTIVE_ENDINGS)
        and word.low not in NO_ADJECTIVES
        and word.low not in _VERB_PARTS
    )


def _begins_with_subject(words: Sequence[Word], at: int) -> bool:
    """Whether its sentence begins with "Sie" or "Wir" and a verb in -en."""
    for back in range(at - 2, 0, -1):
        if words[back].sentence != words[at].sentence:
            return False
        if words[back - 1].starts_sentence:
            return words[back - 1].text in ("Sie", "Wir") and words[back].low.endswith("en")
    return False


def _opens_condition(words: Sequence[Word], at: int) -> bool:
    """ "Fehlen Erzieher, springen Sie ein", "Fehlen Erzieher?" – but "Kranken Kollegen helfen wir"."""
    word = words[at]
    if not word.starts_sentence or word.is_caps or _looks_adjectival(word.low):
        return False
    for after in words[at + 1 : at + 25]:
        if after.sentence != word.sentence or (after.text[0].islower() and _is_verb_form(after.low)):
            return False
        if after.text in (",", "?"):
            return True
    return False


def _looks_adjectival(low: str) -> bool:
    return low[:-2].endswith(_ADJECTIVAL) or _is_participle(low)


def _binds(words: Sequence[Word], at: int) -> bool:
    """Whether an adjective may follow this word: an article, a preposition, another adjective, "und"."""
    word = words[at]
    if word.text == ",":
        return at > 0 and _looks_like_adjective(words[at - 1])
    if not word.is_word or word.text[0].isdigit():
        return word.text[0].isdigit() or word.text == "/"
    if word.low in DETERMINERS or word.low in PREPOSITIONS or word.low in CONNECTORS:
        return True
    if word.low in _BEFORE_ADJECTIVES or word.low in VERBS:
        return True
    if word.low.endswith(("lich", "isch", "ig", "ders")) and word.text[0].islower():
        return at > 0 and (words[at - 1].low in DETERMINERS or words[at - 1].low in PREPOSITIONS)
    return _looks_like_adjective(word)


def _looks_like_adjective(word: Word) -> bool:
    return word.text[0].islower() and word.low.endswith(_ADJECTIVE_ENDINGS) and word.low not in NO_ADJECTIVES


def _is_participle(low: str) -> bool:
    """ "gelernten", "eingesetzten"."""
    stem = low[:-2]
    return stem.endswith("t") and len(stem) > 6 and "ge" in stem[:6] and not low.startswith(_NO_PARTICIPLES)


_NO_PARTICIPLES = ("gehört", "gelangt", "gestaltet", "gedacht", "gehorcht", "gelten")


def _has_verb_before(words: Sequence[Word], at: int) -> bool:
    """Whether the clause has its verb already: "Wir zeigen Schülern und auch …"."""
    for back in range(at - 1, -1, -1):
        word = words[back]
        if word.sentence != words[at].sentence or word.text in _CLAUSE_ENDS:
            return False
        if word.is_word and (word.text[0].islower() or word.starts_sentence) and _is_verb_form(word.low):
            return True
    return False


def _is_verb_form(low: str) -> bool:
    if low in VERBS or low in COPULAS or low in _MODALS or verbs.is_infinitive(low):
        return True
    if low in PREPOSITIONS or low in NO_ADJECTIVES or not low.endswith("t"):
        return False
    return verbs.plural(low) is not None and not low.startswith("ge")
