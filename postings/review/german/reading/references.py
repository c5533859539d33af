"""What is not generic: named people and their roles, certain men, places, firms, quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.review.cutting.excuses import first_names
from postings.review.german.reading import inclusive, kinds
from postings.review.german.reading.impersonal import bodies, figures, official, proper_names, teams
from postings.review.german.reading.named import contacts, introduced, names, roles, surnames
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import DETERMINERS

_QUOTE = re.compile(r"[„»\"“][^\n„»\"“”«]{1,300}[“”\"«]")
# What follows direct speech, which is no title of a book: a verb after the comma.
_SAID = re.compile(r"\s*,\s+(?:so\b|[a-zäöü]+(?:t|te|en|ten)\b)")
_ANNOUNCED = re.compile(r"(?<!lautet)(?<!heißt)(?<!Motto)(?<!Slogan)(?<!Titel): $")
_SENTENCE_WORDS = 7
_OWN = re.compile(r"\b[Ii]ch\b")
_DEFINITE = word_set("der den dem des dieser diesen diesem dieses jener unser unseren unserem unseres")
_AGED = word_set("jährige jähriger jährigen jährigem jähriges")
_ONE_MAN = word_set("der den dem des ein einen einem eines ihr sein mein unser")
# "unser jüngster Meister ist 27": one of those who are there
_YOUNGEST = word_set("jüngster ältester jüngste älteste jüngsten ältesten")
# "nach dem Ausscheiden des bisherigen Stelleninhabers": whoever holds the post today
_OF_TODAY = ("derzeitig", "jetzig", "bisherig", "ausscheidend", "scheidend")
_HOLDERS = ("inhaber", "leiter", "meister", "kämmerer", "dezernent", "geschäftsführer", "direktor", "landrat")
_CERTIFIED = word_set("master owner manager engineer coach professional expert associate administrator")
_ENGLISH = word_set("a an the we our you your are is for and of with to as")
_CLOSE = 6
_CERTIFYING = ("zertifi", "certifi")
_APPOSED = 4
_PERHAPS = word_set("vermutlich offenbar wohl angeblich wahrscheinlich mutmaßlich möglicherweise")
_MEN = word_set("mann männer vater sohn junge jugendlicher jähriger jährige jährigen jährigem")


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
        if named or is_certain_man(words, phrase):
            self._met |= {phrase.noun.base, phrase.noun.head}
            return True
        return (
            self._is_met_again(phrase)
            or self._is_said_of_oneself(phrase)
            or inclusive.has_partner(words, phrase)
            or inclusive.has_article(words, phrase)
            or inclusive.takes_turns(words, phrase)
            or _is_left_open(words, phrase)
            or proper_names.is_part_of_name(words, phrase)
            or bodies.is_role_of_body(words, phrase)
            or official.is_official(words, phrase)
            or figures.is_figure(words, phrase)
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
        return "ich" in row and bool({"bin", "war", "wurde", "werde", "als"} & set(row))


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


def is_certain_man(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der 34-jährige Fahrer", "ein 54 Jahre alter Radfahrer", "der Täter, ein Mann aus Celle"."""
    row = words[max(0, phrase.at - 8) : phrase.at]
    if _is_aged(row[-5:]) or _has_age(words, phrase.at) or _is_man(words, phrase):
        return True
    if not phrase.readings & SINGULAR:
        return False
    if any(words[at].low in _YOUNGEST for at in phrase.adjectives) or _holds_post(words, phrase):
        return True
    if any(_is_years_old(row, at) for at in range(len(row) - 2)) and _is_one(words, phrase):
        return True
    if _has_first_name(words, phrase.at + 1):
        return True
    return _is_called_man(words, phrase.at + 1) or _is_told_of_man(words, phrase)


def _holds_post(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der derzeitige Stelleninhaber geht in den Ruhestand": one man, whom everyone there knows."""
    if phrase.determiner is None or words[phrase.determiner].low not in _DEFINITE:
        return False
    return phrase.noun.base.lower().endswith(_HOLDERS) and any(
        words[at].low.startswith(_OF_TODAY) for at in phrase.adjectives
    )


def _has_first_name(words: Sequence[Word], at: int) -> bool:
    """ "Unser Hausmeister heißt Wilfried und ist seit 1994 da"."""
    return at + 1 < len(words) and words[at].low == "heißt" and words[at + 1].text in first_names()


def _has_age(words: Sequence[Word], at: int) -> bool:
    """ "ein Radfahrer (31)"."""
    age = [word.text for word in words[at + 1 : at + 5]]
    if len(age) == _APPOSED and age[0] == "," and age[1].isdigit() and age[2:] == ["Jahre", "alt"]:
        return True  # "Der Fahrer, 46 Jahre alt, …"
    age = age[:3]
    return len(age) == 3 and age[0] == "(" and age[2] == ")" and age[1].isdigit() and len(age[1]) == 2


def _is_aged(row: Sequence[Word]) -> bool:
    """ "der 63-jährige", also "ein betrunkener 34-jähriger"."""
    aged = next((at for at, word in enumerate(row) if word.low in _AGED), None)
    return aged is not None and any(word.low in _ONE_MAN for word in row[:aged])


def _is_told_of_man(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Ein Autofahrer kam von der Straße ab. Der 30-Jährige blieb unverletzt."."""
    low = "" if phrase.determiner is None else words[phrase.determiner].low
    if low not in _ONE_MAN and not (low == "" and words[phrase.at].in_title):
        return False
    sentence = words[phrase.at].sentence
    for at in range(phrase.at + 1, min(len(words) - 3, phrase.at + 60)):
        if words[at].sentence > sentence + 2:
            return False
        if words[at].low not in ("der", "den", "dem") or words[at].sentence == sentence:
            continue
        if words[at + 1].text[0].isdigit() and words[at + 3].low in _AGED:
            return True
        if words[at + 1].text == "Mann" and words[at].starts_sentence:
            return True
    return False


def _is_years_old(row: Sequence[Word], at: int) -> bool:
    return row[at].text[0].isdigit() and row[at + 1].low == "jahre" and row[at + 2].low.startswith("alte")


def _is_one(words: Sequence[Word], phrase: Phrase) -> bool:
    return bool(phrase.adjectives) and words[phrase.adjectives[-1]].low.startswith("alte")


def _is_called_man(words: Sequence[Word], at: int) -> bool:
    """ ", ein 34-jähriger Mann": an apposition that says it is a man."""
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].low not in _ONE_MAN:
        return False
    for word in words[at + 2 : at + 8]:
        if word.text[:1].isupper() and word.is_word:
            if word.low == "jahre":
                continue
            return word.low in _MEN or word.low.endswith(("mann", "vater"))
        if word.text in ",;." or word.low in DETERMINERS:
            return False  # ", dem der Mann …": a clause
    return False


def _is_man(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Männliche Erzieher", "der Mann, ein Rentner aus Linden"."""
    if any(words[at].low.startswith("männlich") for at in phrase.adjectives):
        return True
    start = phrase.start
    before = start - 1 if start and words[start - 1].low in _PERHAPS else start
    return (
        before > 1 and words[before - 1].text == "," and words[before - 2].low in _MEN and start < phrase.at
    )


__all__ = ["Exemptions", "is_certain_man", "quotes"]
