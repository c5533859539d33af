"""What stands beside a noun and says its case or number: "mit dem Leiter und den Kollegen"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import AS, GP, NS, PLURAL
from postings.review.german.vocabulary.name_words import STRONG_VERBS
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import (
    CONNECTORS,
    CONTRACTIONS,
    DETERMINERS,
    NO_ADJECTIVES,
    PREPOSITIONS,
)

_SEVERAL = word_set(
    "eltern kinder jugendliche familien gäste menschen leute erwachsene interessierte angehörige"
)
_LEARNING = word_set("lernt lerne lernst lernte gelernt")
_LEARNERS = word_set("""
    wer sie er ich du man jemand kannst willst möchtest sohn tochter
    """)
_ONE_IS = (
    *(("sie", "sind"), ("du", "bist"), ("ich", "bin"), ("er", "ist"), ("er", "war"), ("er", "wurde")),
    *(("ich", "war"), ("ich", "wurde")),
)
_IS = word_set("ist wird bleibt war wurde blieb wäre")
_MAY = word_set(
    "will soll kann muss darf hat gibt lädt sagt warnt fordert plant kündigt sieht geht spricht bittet"
)
_YOU = word_set("du er man jemand sie")
_ONES = ("profi", "azubi", "fachkraft", "lehrkraft", "führungskraft")
_NO_NOUNS = word_set("als wie ob und oder auch sie du ist sind bist ein kein der jeder")
_SAME = word_set("ihnen diesen denen")
_DATIVES = word_set("dem den einem ihnen uns ihm euch ihrem seinem unserem ihren seinen unseren vielen allen")
_FUNCTION_WORDS = NO_ADJECTIVES | word_set("""
    sie wir ihnen ihr wenn ob weil dass da falls sofern hier dort dann heute für durch gegen es dabei
    danach zudem hat bis während auch nur so wo was warum wie laut nach bei mit von an auf in aus zu
    sobald solange indem bevor nachdem obwohl obgleich sodass damit ehe sooft soweit
    seit dazu hierzu daran darum hilft kann soll muss darf will wird ist war
    """)


def is_joined_to_many(words: Sequence[Word], start: int) -> bool:
    """ "für Eltern und Erzieher": beside people who are several."""
    return start > 2 and words[start - 1].low in CONNECTORS and words[start - 2].low in _SEVERAL


def is_learned(words: Sequence[Word], phrase: Phrase, clause: Sequence[Word]) -> bool:
    """ "Wer Bäcker lernt", "Sie will Tischler lernen", "Jana lernt Koch": an occupation."""
    if phrase.start != phrase.at or phrase.preposition is not None or not clause:
        return False
    sentence = words[phrase.at].sentence
    rest = [word.low for word in words[phrase.at + 1 : phrase.at + 6] if word.sentence == sentence]
    if "kennen" in rest or "von" in rest:
        return False
    if any(word.low in _LEARNING for word in clause):
        return not any(word.low in ("die", "wir", "alle") for word in clause)
    if not rest or rest[0] not in (*_LEARNING, "lernen"):
        return False
    return not _LEARNERS.isdisjoint(word.low for word in clause)


def is_before_infinitive(words: Sequence[Word], at: int) -> bool:
    """ "Wichtig ist Schüler zu fördern": an object, even where its comma is missing."""
    row = words[at + 1 : at + 4]
    if len(row) < 2 or row[0].low != "zu" or row[1].low in DETERMINERS or not row[1].low.endswith("n"):
        return False
    return row[1].text[0].islower() and not (len(row) > 2 and row[2].text[0].isupper())


def is_said_of_one(phrase: Phrase, clause: Sequence[Word]) -> bool:
    """ "Eine Person wurde dort Farmer": the verb before the noun is in the singular."""
    if not phrase.readings & NS or phrase.preposition is not None or not clause:
        return False
    return any(word.low in _IS for word in clause) and not (
        clause[-1].low in PREPOSITIONS or clause[-1].low in CONNECTORS
    )


def is_what_many_pretend(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Sie geben sich als Polizisten aus": not the form of one in the nominative, and a verb of several."""
    if phrase.readings & NS or words[phrase.start - 1].low != "als":
        return False
    for back in range(phrase.start - 2, max(-1, phrase.start - 10), -1):
        if words[back].text in ",;:" or words[back].sentence != words[phrase.at].sentence:
            return False
        if words[back].low == "sich":
            return words[back - 1].low.endswith("en") and words[back - 1].text[0].islower()
    return False


def opens_as_predicate(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Gewinner des Preises ist …": a bare noun before a verb in the singular."""
    if phrase.start != phrase.at or not words[phrase.at].starts_sentence or not phrase.readings & NS:
        return False
    for word in words[phrase.at + 1 : phrase.at + 7]:
        if not word.is_word or word.low in ("und", "oder", "sind", "waren", "werden", "wurden"):
            return False
        if word.low in ("ist", "wurde", "bleibt"):
            return True
    return False


def is_one_of_a_place(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Goslars Oberbürgermeister eröffnete …": the verb after the noun is in the singular."""
    name, verb = phrase.start - 1, phrase.at + 1
    if not phrase.readings & NS or name < 0 or verb + 1 >= len(words) or not words[name].starts_sentence:
        return False
    if (
        not words[name].low.endswith("s")
        or words[name].low in DETERMINERS
        or not words[verb].text[0].islower()
    ):
        return False
    low = words[verb].low
    is_past = low.endswith("te") and low not in ("heute", "bitte")
    return words[verb + 1].is_word and (is_past or low in STRONG_VERBS or low in _IS or low in _MAY)


def is_listed_with_one(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Gärtner, Maurer und Ingenieur": the last one is a singular, so all are."""
    if phrase.determiner is not None or phrase.adjectives or phrase.preposition is not None:
        return False
    is_asked = _follows_whether(words, phrase.start)
    if _is_listed_predicate(words, phrase.start):
        return True
    place = phrase.at + 1
    while place + 1 < len(words) and (words[place].text == "," or words[place].low in CONNECTORS):
        if is_asked and words[place + 1].low.endswith(_ONES):
            return True
        match = lexicon.find(words[place + 1].text)
        if match is not None and not match.readings & PLURAL and not match.noun.is_adjectival:
            return True
        place += 2
    return is_asked and place < len(words) and words[place].low in ("sind", "bist", "waren", "warst")


def _is_listed_predicate(words: Sequence[Word], start: int) -> bool:
    """ "Sie sind Organisationstalent, Teamplayer und …": another noun in the singular stands before."""
    at = start
    while at > 3 and words[at - 1].text == "," and words[at - 2].text[0].isupper() and words[at - 2].is_word:
        at -= 2
        while at > 2 and words[at - 1].low.endswith(("e", "er", "es", "ein")) and words[at - 1].low != "oder":
            at -= 1
    if at == start or at < 2:
        return False
    before = (words[at - 2].low, words[at - 1].low)
    return words[at - 2].text != "sie" and before in _ONE_IS


def _follows_whether(words: Sequence[Word], start: int) -> bool:
    """ "Ob Gärtner, Maurer …", "ob du Gärtner …"."""
    first = start
    while first > 0 and (words[first - 1].text == "," or words[first - 1].text[0].isupper()):
        first -= 1
    if first and words[first - 1].low in _YOU:
        first -= 1
    return "ob" in (words[first].low, words[first - 1].low if first else "")


def is_beside_dative(words: Sequence[Word], start: int) -> bool:
    """ "mit dem Leiter und den Kollegen": a dative stands before "und"."""
    if start < 3 or not (words[start - 1].low in CONNECTORS or words[start - 1].text == ","):
        return False
    for back in range(start - 2, max(-1, start - 8), -1):
        word = words[back]
        if not word.is_word or words[back + 1].starts_line:
            return False
        if word.low in CONTRACTIONS or (word.low.endswith("em") and word.low in DETERMINERS):
            return True
        if word.low in PREPOSITIONS:
            return not PREPOSITIONS[word.low] & AS
        if word.low in DETERMINERS and words[back - 1].low not in PREPOSITIONS:
            return False
    return False


def has_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the verb at this place has its subject before it: "Sie helfen …", not "Im Sommer helfen …"."""
    first = at
    while (
        first > 0 and words[first - 1].sentence == words[at].sentence and words[first - 1].text not in ",;:"
    ):
        first -= 1
    low = words[first].low
    return first == at or not (low in PREPOSITIONS or low in CONTRACTIONS or low in _DATIVES)


def is_pair_in_genitive(words: Sequence[Word], at: int) -> bool:
    """ "Fragen der Bürgerinnen und Bürger": the last of a pair there."""
    if at < 4 or words[at - 1].low not in CONNECTORS or not words[at - 2].low.endswith("innen"):
        return False
    return words[at - 3].low in ("der", "unserer", "ihrer", "aller") and words[at - 4].text[0].isupper()


def is_among_genitives(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Bewerbungen schwerbehinderter Menschen und ihnen Gleichgestellter": joined to a genitive of many."""
    start = phrase.start
    if _is_counted_genitive(words, phrase.at):
        return True
    at = start - 2 if words[start - 1].low in _SAME else start - 1
    if at < 2 or words[at].low not in CONNECTORS:
        return False
    last, before = words[at - 1], words[at - 2]
    if not (last.is_word and before.is_word) or words[at].starts_line or last.starts_line:
        return False
    if last.low.endswith("er"):  # "Bewerbungen Schwerbehinderter und …"
        is_noun = before.text[0].isupper() and before.low not in _NO_NOUNS and before.low not in PREPOSITIONS
        return is_noun and last.low not in DETERMINERS
    is_many = last.low.endswith("en") and last.text[0].isupper()
    return is_many and before.low.endswith("er") and before.low not in DETERMINERS


def _is_counted_genitive(words: Sequence[Word], at: int) -> bool:
    """ "die Namen vieler politisch Verantwortlicher": an adverb stands between."""
    if at < 2 or not words[at - 1].low.endswith(("isch", "lich", "ig")):
        return False
    return bool(DETERMINERS.get(words[at - 2].low, 0) & GP)


def is_noun(word: Word) -> bool:
    """Whether a word with a capital is a noun, no word of grammar that opens a sentence."""
    return word.is_word and word.text[0].isupper() and word.low not in _FUNCTION_WORDS
