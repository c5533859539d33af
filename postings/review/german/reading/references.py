"""What is not generic: named people and their roles, certain men, places, firms, quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.review.german.reading import inclusive, kinds
from postings.review.german.reading.impersonal import (
    bodies,
    figures,
    official,
    past,
    proper_names,
    teams,
    works,
)
from postings.review.german.reading.named import contacts, introduced, men, names, roles, surnames
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set

_QUOTE = re.compile(r"[„»\"“][^\n„»\"“”«]{1,300}[“”\"«]")
# What follows direct speech, which is no title of a book: a verb after the comma.
_SAID = re.compile(r"\s*,\s+(?:so\b|[a-zäöü]+(?:t|te|en|ten)\b)")
_ANNOUNCED = re.compile(r"(?<!lautet)(?<!heißt)(?<!Motto)(?<!Slogan)(?<!Titel): $")
_SENTENCE_WORDS = 7
_OWN = re.compile(r"\b[Ii]ch\b")
_DEFINITE = word_set("der den dem des dieser diesen diesem dieses jener unser unseren unserem unseres")
_CERTIFIED = word_set("master owner manager engineer coach professional expert associate administrator")
_ENGLISH = word_set("a an the we our you your are is for and of with to as")
_OF_STATE = ("bundespräsident", "bundeskanzler", "bundestagspräsident", "us-präsident", "papst")
_CLOSE = 6
_CERTIFYING = ("zertifi", "certifi")


class Exemptions:
    """What a text says of certain people; asked noun by noun, in order."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._words = words
        self._quoted = quotes(text)
        self._own_words = [span for span in _spoken(text) if _OWN.search(text, *span)]
        self._met: set[str] = set()

    def cover(self, phrase: Phrase) -> bool:
        """Whether this masculine noun means no person in general, or not only men."""
        words = self._words
        start = words[phrase.at].start
        if any(first < start < last for first, last in self._quoted):
            return True
        named = names.is_named(words, phrase) or roles.is_role(words, phrase)
        named = named or surnames.is_surname(words, phrase) or introduced.is_introduced(words, phrase)
        named = named or contacts.is_contact(words, phrase)
        if named or men.is_certain_man(words, phrase):
            self._met |= {phrase.noun.base, phrase.noun.head}
            return True
        return (
            self._is_met_again(phrase)
            or self._is_said_of_oneself(phrase)
            or inclusive.has_partner(words, phrase)
            or inclusive.has_article(words, phrase)
            or inclusive.takes_turns(words, phrase)
            or _is_left_open(words, phrase)
            or _is_of_state(words, phrase)
            or proper_names.is_part_of_name(words, phrase)
            or bodies.is_role_of_body(words, phrase)
            or official.is_official(words, phrase)
            or figures.is_figure(words, phrase)
            or works.is_of_work(words, phrase)
            or past.is_of_past(words, phrase)
            or teams.is_team(words, phrase)
            or _is_english(words, phrase)
            or _is_certified(words, phrase)
            or _is_of_law(words, phrase)
        )

    def _is_met_again(self, phrase: Phrase) -> bool:
        """ "Busfahrer Jens Petersen … Der Busfahrer": the man with the name once more."""
        if phrase.noun.base not in self._met or phrase.determiner is None:
            return False
        return self._words[phrase.determiner].low in _DEFINITE and bool(phrase.readings & SINGULAR)

    def _is_said_of_oneself(self, phrase: Phrase) -> bool:
        """ "„Ich bin gern Müllwerker“, sagt Kevin": in direct speech about oneself."""
        start = self._words[phrase.at].start
        if not any(first < start < last for first, last in self._own_words):
            return False
        row = [word.low for word in self._words[max(0, phrase.start - 8) : phrase.start]]
        if row[-1:] == ["als"]:
            row += [word.low for word in self._words[phrase.at + 1 : phrase.at + 4]]
        is_wish = "werden" in [word.low for word in self._words[phrase.at + 1 : phrase.at + 2]]
        return "ich" in row and (is_wish or bool({"bin", "war", "wurde", "werde", "als"} & set(row)))


def _is_certified(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "ein Zertifikat als Scrum Master oder Product Owner": the certificate is called so."""
    if words[phrase.at].low not in _CERTIFIED or not words[phrase.at - 1].text[:1].isupper():
        return False
    row = words[max(0, phrase.at - 8) : phrase.at]
    sentence = words[phrase.at].sentence
    return any(word.low.startswith(_CERTIFYING) for word in row if word.sentence == sentence)


def _is_english(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Newcomers", "a Data Engineer for our team": English words mean everyone in English."""
    if not kinds.is_english(phrase.noun) or phrase.determiner is not None:
        return False
    if words[phrase.at].low.endswith("s"):
        return True
    near = words[max(0, phrase.at - _CLOSE) : phrase.at + _CLOSE]
    return sum(word.low in _ENGLISH for word in near if word.sentence == words[phrase.at].sentence) > 1


def _is_of_law(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "sofern nicht in der Person eines Mitbewerbers liegende Gründe überwiegen": the law means a man."""
    before = words[max(0, phrase.start - 3) : phrase.start]
    return phrase.noun.base == "Mitbewerber" and [word.low for word in before] == ["in", "der", "person"]


def _is_of_state(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Bundespräsident hat die Schirmherrschaft übernommen": there is one, and everybody knows who."""
    if phrase.start + 1 != phrase.at or not words[phrase.start].starts_sentence:
        return False
    return words[phrase.start].low == "der" and phrase.noun.base.lower().endswith(_OF_STATE)


def _is_left_open(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Nerd oder nicht: Wir freuen uns auf Sie": said of nobody."""
    after = [word.low for word in words[phrase.at + 1 : phrase.at + 4]]
    return after[:2] == ["oder", "nicht"] and after[-1] in ",:?!" and words[phrase.start].starts_sentence


def quotes(text: str) -> list[tuple[int, int]]:
    """The spans between quotation marks that are titles, mottos or single words, not direct speech."""
    spoken = set(_spoken(text))
    return [match.span() for match in _QUOTE.finditer(text) if match.span() not in spoken]


def _spoken(text: str) -> list[tuple[int, int]]:
    """Direct speech: what someone says is checked like any other sentence."""
    found = []
    for match in _QUOTE.finditer(text):
        inner = match.group()[1:-1].strip()
        is_sentence = len(inner.split()) >= _SENTENCE_WORDS and inner[:1].isupper()
        if _ANNOUNCED.search(text, max(0, match.start() - 60), match.start()) and inner.endswith(
            (".", "!", "?")
        ):
            is_sentence = len(inner.split()) > 3
        is_said = _SAID.match(text, match.end()) is not None and len(inner.split()) > 2
        if is_said or (is_sentence and inner.endswith((".", "!", "?", ","))):
            found.append(match.span())
    return found


__all__ = ["Exemptions", "quotes"]
