"""Named people and their roles: "Oberbrandrat Jens Müller", "Ihr Ansprechpartner ist Herr Kaya"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.cutting.excuses import first_names
from postings.review.german.reading.named import signatures
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS, PLURAL, SINGULAR
from postings.review.german.vocabulary.name_words import (
    DEPARTMENT_ENDS,
    DEPARTMENTS,
    PARTICLES,
    STRONG_VERBS,
    SURNAME_ENDS,
    SURNAMES,
)
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import DETERMINERS, NO_ADJECTIVES

_NAMING = word_set("bei mit von nach zu gegenüber an über für um gegen durch ohne laut vor neben")
TITLES = word_set("herr herrn hr frau fr dr prof dipl")
# who signs an ad
_OFFICE_ENDS = tuple(end for end in DEPARTMENT_ENDS if end not in ("e", "en", "er", "es", "in"))
_HONOURED = word_set("benannt gewidmet errichtet erbaut entworfen geschaffen gegründet gestiftet erfunden")
_WITH_FIELDS = (
    *(
        "leiter",
        "bearbeiter",
        "arbeiter",
        "referent",
        "ingenieur",
        "techniker",
        "planer",
        "manager",
        "berater",
    ),
    *(
        "koordinator",
        "beauftragter",
        "assistent",
        "meister",
        "leiterin",
        "chef",
        "führer",
        "spezialist",
        "partner",
    ),
)
_ADJECTIVE_ENDS = (
    "ale",
    "elle",
    "ile",
    "ige",
    "ive",
    "are",
    "äre",
    "ere",
    "nde",
    "che",
    "te",
    "ne",
    "me",
    "ge",
    "he",
)
# what bears the name of somebody: "das Museum August Kestner"
_CALLED_AFTER = ("museum", "stiftung", "haus", "zentrum", "gymnasium", "schule", "kita", "theater", "klinik")
_UNNAMED = word_set("ein eine einen einem eines kein keinen keinem keines jeder jeden jedem jedes")


def is_named(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether this is the role of a man or woman with a name, or the name itself."""
    if _before_name(words, phrase.at) or _after_title(words, phrase) or _is_bare_role(words, phrase):
        return True
    if _before_unlisted_name(words, phrase) or _in_brackets(words, phrase) or _before_court(words, phrase):
        return True
    if _before_far_name(words, phrase) or _shares_name(words, phrase) or _is_retired(words, phrase.at):
        return True
    return signatures.is_signature(words, phrase) or _are_named_after(words, phrase)


def is_name(word: Word) -> bool:
    """A first name or surname, also "Karl-Heinz"."""
    if not word.is_word or not word.text[0].isupper():
        return False
    known = lexicon.names()
    return word.text in known or ("-" in word.text and all(part in known for part in word.text.split("-")))


def _is_bare_role(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "bei Teamleiter Đức Nguyễn": a singular without an article, and a word with a capital after it."""
    if phrase.start != phrase.at or phrase.preposition is None or phrase.at + 1 >= len(words):
        return False
    after = words[phrase.at + 1]
    if phrase.readings & PLURAL or words[phrase.preposition].low not in _NAMING or not after.is_word:
        return False
    return after.text[0].isupper() and not after.starts_line


def _after_title(words: Sequence[Word], phrase: Phrase) -> bool:
    """The word is a name itself ("Frau Hülya Becker"), or a title after Herr ("Herr Direktor")."""
    for back in range(1, 5):
        at = phrase.at - back
        if at < 0 or words[at].sentence != words[phrase.at].sentence:
            return False
        low = words[at].low
        if low in TITLES:
            return True
        if words[at].text == "." and at > 0 and words[at - 1].low in TITLES:
            return True
        if not is_name(words[at]) and words[at].text != ".":
            return False
        if is_name(words[at]) and back == 1 and phrase.start == phrase.at:
            return True
    return False


def _before_name(words: Sequence[Word], at: int) -> bool:
    """A name or a title stands right after it."""
    for step in (1, 2, 3):
        if at + step >= len(words) or words[at + step].starts_line:
            return False
        word = words[at + step]
        if word.low in TITLES:
            is_woman = word.low in ("frau", "fr") and words[at + 1].text in ("ist", "war")
            return step == 1 or (words[at + 1].text in (",", ":", "ist", "war", "(") and not is_woman)
        if is_name(word):
            is_apart = words[at + 1].text in (":", ",") or _is_capital(words, at + 1)
            return step == 1 or (is_apart and is_full_name(words, at + step))
        is_field = step == 1 and _is_capital(words, at + 1)  # "Teamleiter Netze Jens Petersen"
        if not is_field and word.text not in (",", ":", "(", "ist"):
            return False
    return False


def _before_far_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Leiter des Jugendamtes Christoph Schramm": the office of a man, and his name."""
    if not phrase.readings & SINGULAR or phrase.at + 4 >= len(words):
        return False
    if words[phrase.at + 1].low not in ("der", "des", "von"):
        return False
    for at in range(phrase.at + 3, min(phrase.at + 6, len(words))):
        body, name = words[at - 1], words[at]
        if not _is_capital(words, at - 1) or not _is_capital(words, at):
            return False
        if name.text in first_names() and not body.low.startswith(_CALLED_AFTER):
            return is_full_name(words, at)
    return False


def _is_retired(words: Sequence[Word], at: int) -> bool:
    """ "Bürgermeister a. D. Walter Meinhold": what he was, and his name."""
    row = words[at + 1 : at + 6]
    return [word.text for word in row[:4]] == ["a", ".", "D", "."] and len(row) > 4 and is_name(row[4])


def _shares_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Schauspieler und Regisseur Detlev Buck": the first of two things that one man is."""
    at = phrase.at
    if not phrase.readings & SINGULAR or at + 3 >= len(words) or words[at + 1].low not in ("und", "sowie"):
        return False
    second = lexicon.find(words[at + 2].text)
    if second is None or not second.readings & SINGULAR or words[at + 2].starts_line:
        return False
    name = words[at + 3]
    return is_name(name) and name.sentence == words[at].sentence and is_full_name(words, at + 3)


def _are_named_after(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Zwei Kollegen, Tim und Ahmed, warten": the men are named."""
    row = words[phrase.at + 1 : phrase.at + 6]
    return [word.text for word in row[::2]] == [",", "und", ","] and is_name(row[1]) and is_name(row[3])


def _before_court(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "mit Richter am Amtsgericht Dr. Bernd Zeller": a rank that names its place, and the person."""
    at = phrase.at
    row = words[at + 1 : at + 4]
    if phrase.start != at or len(row) < 3 or row[0].low not in ("am", "im", "beim"):
        return False
    is_place = row[1].text[0].isupper() and not row[1].starts_line
    return is_place and (row[2].low in TITLES or (is_name(row[2]) and is_full_name(words, at + 3)))


def is_full_name(words: Sequence[Word], at: int) -> bool:
    if at + 1 < len(words) and words[at + 1].low in PARTICLES and is_name(words[at]):
        return _is_capital(words, at + 2)
    return at + 1 < len(words) and words[at + 1].is_word and words[at + 1].text[0].isupper()


def _in_brackets(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Dr. Ali Rezaei (Teamleiter)"."""
    before = phrase.start - 1
    return (
        before > 1
        and words[before].text == "("
        and is_name(words[before - 2])
        and words[before - 1].text[0].isupper()
    )


def _before_unlisted_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Oberbürgermeister Tido Janssen", "Sänger Mousse T.", "Bürgermeister Hermann gratulierte"."""
    at = phrase.at
    determiner = "" if phrase.determiner is None else words[phrase.determiner].low
    if not phrase.readings & SINGULAR or determiner in _UNNAMED or words[at].in_title:
        return False
    if phrase.start and words[phrase.start - 1].low == "als":
        return False
    if _is_weak_before_name(words, phrase) or _is_of_usual_form(words, phrase):
        return True
    if _opens_as_one(words, phrase) or _is_told_with_full_name(words, at):
        return True
    if _is_capital(words, at + 1) and words[at + 1].low in SURNAMES and not words[at + 1].is_caps:
        return True  # "Maler Fischer", "der Tischler Braun"
    second = words[at + 2] if at + 2 < len(words) else None
    if second is not None and len(second.text) == 1 and second.text.isupper() and _is_capital(words, at + 1):
        return True
    if second is not None and _is_told(second) and _is_surname(words, at + 1):
        return True
    if not may_be_name(words, at + 1, at):
        return False
    if may_be_name(words, at + 2, at) or (second and second.low in PARTICLES and _is_capital(words, at + 3)):
        return True
    is_bare = (not determiner and not phrase.adjectives) or _is_subject_with_name(words, phrase)
    return second is not None and is_bare and _is_verb(second)


def _opens_as_one(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Rentner Pape lebt allein": a bare noun before a verb in the singular can only bear a name."""
    at = phrase.at
    if phrase.start != at or not words[at].starts_sentence or at + 2 >= len(words):
        return False
    if phrase.noun.base.lower().endswith(_WITH_FIELDS) or not _is_surname(words, at + 1):
        return False
    verb = words[at + 2]
    return _is_verb(verb) and not verb.low.startswith("ge") and words[at].sentence == verb.sentence


def _is_told_with_full_name(words: Sequence[Word], at: int) -> bool:
    """ "Der Räuber Jasper Hanebuth trieb sein Unwesen": two words with capitals, and a verb of telling."""
    return (
        at + 3 < len(words)
        and _is_surname(words, at + 1)
        and _is_surname(words, at + 2)
        and words[at + 3].text[0].islower()
        and _is_told(words[at + 3])
    )


def _is_subject_with_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Räuber Hotzenplotz eröffnet": no department, as in "Der Sachbearbeiter Vergabe prüft"."""
    low = words[phrase.start].low
    if low not in ("der", "die") or not words[phrase.start].starts_sentence or phrase.adjectives:
        return False
    return not phrase.noun.base.lower().endswith(_WITH_FIELDS)


def _is_weak_before_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Geschäftsführerin Mager und Architekt Heinze": without an article "Architekt" can be nothing else."""
    at = phrase.at
    if phrase.readings != NS or phrase.start != at or words[at].starts_line or words[at].in_title:
        return False
    if not _is_surname(words, at + 1) or words[at - 1].low not in ("und", "sowie", "auch", ","):
        return False
    return not words[at + 1].low.endswith(_OFFICE_ENDS)


def _is_of_usual_form(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Baubürgermeister Hollauer", "der Händler Rossmann": the name looks like one."""
    return _is_surname(words, phrase.at + 1) and words[phrase.at + 1].low.endswith(SURNAME_ENDS)


def _is_capital(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].is_word and words[at].text[0].isupper() and not words[at].starts_line


def _is_told(word: Word) -> bool:
    """ "gratulierte": newspapers tell of a named person, ads do not tell."""
    if word.low in STRONG_VERBS or word.low in _HONOURED:
        return True
    return word.text[0].islower() and word.low.endswith("te") and len(word.low) > 4


def _is_surname(words: Sequence[Word], at: int) -> bool:
    """No department: "Komponist Marschner wirkte", not "Sachbearbeiter Soziales"."""
    low = words[at].low if at < len(words) else ""
    return (
        _is_capital(words, at)
        and low not in DEPARTMENTS
        and not words[at].is_caps
        and not low.endswith("ung")
    )


def _is_verb(word: Word) -> bool:
    """ "sagt": what a named person does."""
    return word.text[0].islower() and word.low.endswith("t") and len(word.low) > 3


def may_be_name(words: Sequence[Word], at: int, role: int) -> bool:
    if at >= len(words):
        return False
    word = words[at]
    if not word.is_word or word.starts_line or word.sentence != words[role].sentence or word.is_inclusive:
        return False
    if is_name(word) or (word.low in SURNAMES and word.text[0].isupper()):
        return True
    if not word.text[0].isupper() or word.is_caps or len(word.text) < 3 or word.low in DEPARTMENTS:
        return False
    if at > role + 1 or not word.text.isascii() or word.low.endswith(SURNAME_ENDS):
        return True
    if word.low in NO_ADJECTIVES or word.low in DETERMINERS:
        return False
    if word.low.endswith("e") and not word.low.endswith(_ADJECTIVE_ENDS) and _is_capital(words, at + 1):
        return True  # "Jesse Jeng" – but "Soziale Dienste"
    return not word.low.endswith(DEPARTMENT_ENDS) or (word.low.endswith("in") and _is_capital(words, at + 1))
