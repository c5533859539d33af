"""People who are introduced by name in other ways than role and name: beside it, after it, in a clause."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.named.names import is_name
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.name_words import DEPARTMENT_ENDS, DEPARTMENTS, SURNAMES
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS

_NAMING = word_set("bei mit von an gegenüber über für durch ist heißt antwortet beantwortet hilft weiß gibt")
_OWN = word_set("""
    der dem den dein deinem deinen unser unserem unseren ihr ihrem ihren euer eurem euren
    """)
_DEFINITE = word_set("der dem den des unser unserem unseren unseres")
_MALE = word_set("herr herrn opa vater bruder onkel großvater")
# Those who are told of by surname alone, and who have no department: "der Philosoph Leibniz".
_KNOWN_BY_NAME = (
    *("philosoph", "dichter", "maler", "komponist", "astronom", "bildhauer", "schriftsteller", "architekt"),
    *("erfinder", "physiker", "mathematiker", "musiker", "sänger", "schauspieler", "regisseur", "reformator"),
    *("fotograf", "chemiker", "historiker", "entdecker", "pianist", "dirigent", "grafiker"),
)
# "des Komponisten Marschner": no department is called so
_OF_NO_DEPARTMENT = ("philosoph", "dichter", "komponist", "astronom", "bildhauer", "reformator", "entdecker")
_CLAUSE = 8


def is_introduced(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a man's name stands with this noun, or the noun is a surname."""
    if _is_surname(words, phrase):
        return True
    if not phrase.readings & SINGULAR:
        return False
    return (
        _is_beside_name(words, phrase) or _is_in_his_clause(words, phrase) or _is_known_by_name(words, phrase)
    )


def _is_capital(words: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(words) and words[at].is_word and words[at].text[0].isupper()


def _is_surname(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Ausbildungsleiterin Defne Meister", "der Maler Bauer": after a role, with or without a first name."""
    at = phrase.at
    if phrase.start != at or at < 2 or words[at].in_title or words[at].starts_line:
        return False
    if not _is_capital(words, at - 1) or words[at - 1].sentence != words[at].sentence:
        return False
    if _is_role(words[at - 1]):
        return words[at].low in SURNAMES and words[at - 2].low in _DEFINITE
    first = words[at - 1]
    if first.low in DEPARTMENTS or first.starts_line or lexicon.find(first.text) is not None:
        return False
    return _is_capital(words, at - 2) and _is_role(words[at - 2]) and first.text.isalpha()


def _is_role(word: Word) -> bool:
    """A man's or a woman's role: "Leiter", "Leiterin"."""
    if word.low.endswith("in"):
        return lexicon.find(word.text[:-2]) is not None
    found = lexicon.find(word.text)
    return found is not None and bool(found.readings & SINGULAR)


def _is_beside_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "bei Basti Reuter, dem Leiter des Hauses", "Fragen beantwortet Ole, dein künftiger Anleiter"."""
    start = phrase.start
    if phrase.determiner is None or words[phrase.determiner].low not in _OWN or start < 3:
        return False
    if words[start - 1].text != "," or not _is_capital(words, start - 2):
        return False
    if _is_capital(words, start - 3) and start > 3:
        two = (words[start - 3], words[start - 2])
        return words[start - 4].low in _NAMING and all(lexicon.find(one.text) is None for one in two)
    is_row = any(word.low in CONNECTORS for word in words[phrase.at + 1 : phrase.at + 2])
    return words[start - 3].low in _NAMING and is_name(words[start - 2]) and not is_row


def _is_in_his_clause(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Herr Özdemir, 84, der als Bergmann unter Tage war": a clause about a man."""
    start = phrase.start
    if start < 5 or [word.low for word in words[start - 3 : start]] != [",", "der", "als"]:
        return False
    return any(word.low in _MALE for word in words[max(0, start - 3 - _CLAUSE) : start - 3])


def _is_known_by_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der Philosoph Leibniz", "der Maler Bauer"."""
    at = phrase.at + 1
    if phrase.determiner is None or words[phrase.determiner].low not in _DEFINITE or words[at - 1].in_title:
        return False
    if not _is_capital(words, at) or words[at].starts_line or words[at].low in DEPARTMENTS:
        return False
    if words[at].low in SURNAMES:
        return True
    if phrase.noun.base.lower().endswith(_OF_NO_DEPARTMENT):
        return not words[at].low.endswith("ung")
    is_known = phrase.noun.base.lower().endswith(_KNOWN_BY_NAME)
    return is_known and not words[at].low.endswith(DEPARTMENT_ENDS)
