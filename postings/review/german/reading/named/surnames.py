"""Surnames that are occupations, by their place in the sentence: "Dann köpfte Jäger den Ball"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS
from postings.review.german.vocabulary.name_words import DEPARTMENT_ENDS, DEPARTMENTS, STRONG_VERBS, SURNAMES
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONTRACTIONS, DETERMINERS, PREPOSITIONS

_NO_TELLING = word_set("""
    wurde war sollte wollte konnte musste durfte mochte hätte könnte müsste möchte bitte heute fehlte suchte
    brauchte hieß bekam erhielt
    """)
_SAYING = word_set("sagt sagte so erklärt betont meint findet ergänzt berichtet erzählt lobt kritisiert weiß")
_NAME_WORDS = ("nachnamen", "familiennamen", "handwerksnamen", "berufsnamen", "telefonbuch", "nachname")
_GIVEN = word_set("gelang glückte unterlief")
_OPENING = word_set("""
    dann danach später schließlich zuvor kurz erst nun so zudem auch dabei dort hier anschließend zunächst
    trotzdem dennoch dafür dagegen damit daraufhin zuletzt am im zur zum
    """)


def is_surname(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a bare occupation is who did it: where it is the subject of a verb in the singular."""
    at = phrase.at
    word = words[at]
    if _follows_role_and_first_name(words, at):
        return True
    if _is_family(words, phrase) or _is_compound_after_role(words, phrase):
        return True
    if word.low not in SURNAMES or phrase.noun.base.lower() != word.low or word.is_caps:
        return False
    if _is_scorer(words, at) or _is_among_names(words, at):
        return True
    if word.in_title:
        return False
    is_bare = phrase.determiner is None and phrase.adjectives in ((), (at - 1,))
    if not is_bare or phrase.preposition is not None:
        return False
    return _follows_role(words, at) or _is_teller(words, at) or _is_doer(words, at)


def _is_family(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Die Schäfers ziehen um": all of that name."""
    if phrase.determiner != phrase.at - 1 or words[phrase.determiner].low not in ("die", "den", "bei"):
        return False
    low = words[phrase.at].low
    return low.endswith("ers") and low[:-1] in SURNAMES


def _is_compound_after_role(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Unter Trainer Breitenreiter": what only looks like a compound of "Reiter"."""
    at = phrase.at
    if phrase.start != at or phrase.noun.base == phrase.noun.head or words[at].in_title:
        return False
    return _follows_role(words, at) and at > 1 and words[at - 2].low not in DETERMINERS


def _follows_role_and_first_name(words: Sequence[Word], at: int) -> bool:
    """ "Pastor Hinrich Bosse": two words with capitals after what he is."""
    if at < 2 or not words[at - 1].text[0].isupper() or words[at - 1].starts_line or words[at - 1].is_caps:
        return False
    first = words[at - 1].low
    if lexicon.find(words[at - 1].text) or first in DETERMINERS or first.endswith(DEPARTMENT_ENDS):
        return False
    role = lexicon.find(words[at - 2].text)
    return role is not None and bool(role.readings & NS) and first not in DEPARTMENTS


def _follows_role(words: Sequence[Word], at: int) -> bool:
    """ "Trainer Bauer wechselte": what he is stands before his name."""
    if not at or words[at].starts_line or not words[at - 1].text[0].isupper():
        return False
    role = lexicon.find(words[at - 1].text)
    return role is not None and bool(role.readings & NS) and not role.noun.is_adjectival


def _is_scorer(words: Sequence[Word], at: int) -> bool:
    """ "Tore: Schneider (45.), Bauer (60.)"."""
    row = [word.text for word in words[at + 1 : at + 4]]
    return len(row) == 3 and row[0] == "(" and row[1].isdigit() and row[2] in (".", ",", "/")


def _is_among_names(words: Sequence[Word], at: int) -> bool:
    """ "Schneider, Weber, Becker: Im Telefonbuch finden sich viele Handwerksnamen"."""
    if words[at].starts_sentence is False and words[at - 1].text != ",":
        return False
    near = words[max(0, at - 15) : at + 15]
    return any(word.low.endswith(_NAME_WORDS) for word in near if word.text[0].isupper())


def _is_teller(words: Sequence[Word], at: int) -> bool:
    """ "…, so Richter.", "…“, sagte Koch": after direct or reported speech."""
    if at < 2 or words[at - 1].low not in _SAYING or words[at - 2].text not in (",", "“", '"', "«", "”"):
        return False
    return at + 1 == len(words) or words[at + 1].text in ".,:;(" or words[at + 1].text[0].islower()


def _is_doer(words: Sequence[Word], at: int) -> bool:
    """After or before a verb of telling in the singular that has no other subject."""
    if words[at].starts_sentence:
        after = words[at + 1] if at + 1 < len(words) else None
        return after is not None and _tells(after) and _goes_on(words, at + 2)
    if not at:
        return False
    verb = words[at - 1]
    if verb.low in _GIVEN:
        return True
    if (
        not _tells(verb)
        or verb.starts_sentence
        or not _goes_on(words, at + 1)
        or _may_be_adjective(words, at)
    ):
        return False
    first = _clause_start(words, at - 1)
    low = words[first].low
    return low in PREPOSITIONS or low in CONTRACTIONS or low in _OPENING


def _may_be_adjective(words: Sequence[Word], at: int) -> bool:
    """ "Für den Park gesuchte Gärtner", "motivierte Köche" – but "erzielte Fischer den Treffer"."""
    low, after = words[at - 1].low, words[at + 1].low
    if low in STRONG_VERBS:
        return False
    is_object = after in DETERMINERS or after in CONTRACTIONS or after in PREPOSITIONS
    return not is_object or low.startswith("ge") or low.endswith("ierte")


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether an object or adverb follows, and no "man" or "er" that is the subject instead."""
    return at < len(words) and words[at].low not in ("man", "er", "wir", "ich", "sie", "und", "oder", ",")


def _tells(word: Word) -> bool:
    """ "köpfte", "traf"."""
    if not word.is_word or not word.text[0].islower() or word.low in _NO_TELLING:
        return False
    return word.low in STRONG_VERBS or (word.low.endswith("te") and len(word.low) > 4)


def _clause_start(words: Sequence[Word], at: int) -> int:
    first = at
    while first and words[first - 1].sentence == words[at].sentence and words[first - 1].text not in ",;:–":
        first -= 1
    return first
