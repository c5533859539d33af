"""What is not generic: named people and their roles, places, quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.review.german.reading import inclusive
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS, PLURAL, SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import COPULAS

_NEAR = 40
_NAMING = word_set("bei mit von nach zu gegenüber")
_TITLES = word_set("herr herrn hr frau fr dr prof")
_MALE = word_set("herr herrn hr")
_QUOTE = re.compile(r"[„»\"“][^\n„»\"“”«]{1,200}[“”\"«]")


def is_exempt(words: Sequence[Word], phrase: Phrase, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether this masculine noun means no person in general, or not only men."""
    word = words[phrase.at]
    return (
        any(start < word.start < end for start, end in quoted)
        or is_named(words, phrase)
        or inclusive.has_partner(words, phrase)
        or inclusive.has_article(words, phrase)
        or _is_part_of_name(words, phrase.at)
    )


def quotes(text: str) -> list[tuple[int, int]]:
    """The spans between quotation marks, each within 200 characters and one line."""
    return [match.span() for match in _QUOTE.finditer(text)]


def is_named(words: Sequence[Word], phrase: Phrase) -> bool:
    """A man or woman with a name: "Oberbrandrat Jens Müller", "Ihr Ansprechpartner ist Herr Kaya"."""
    if _before_name(words, phrase.at) or _after_title(words, phrase) or _is_bare_role(words, phrase):
        return True
    if not phrase.readings & SINGULAR:
        return _names_only_men(words, phrase)
    return _said_of_name(words, phrase)


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
    for back in range(1, 4):
        at = phrase.at - back
        if at < 0 or words[at].sentence != words[phrase.at].sentence:
            return False
        low = words[at].low
        if low in _TITLES:
            return True
        if words[at].text == "." and at > 0 and words[at - 1].low in _TITLES:
            return True
        if words[at].text not in lexicon.names() and words[at].text != ".":
            return False
        if words[at].text in lexicon.names() and back == 1 and phrase.start == phrase.at:
            return True
    return False


def _before_name(words: Sequence[Word], at: int) -> bool:
    """A name or a title stands right after it."""
    for step in (1, 2, 3):
        if at + step >= len(words) or words[at + step].starts_line:
            return False
        word = words[at + step]
        if word.low in _TITLES:
            return step == 1 or words[at + 1].text in (",", ":", "ist", "war", "(")
        if word.text in lexicon.names():
            return step == 1 or (words[at + 1].text in (":", ",") and _is_full_name(words, at + step))
        if word.text not in (",", ":", "(", "ist"):
            return False
    return False


def _is_full_name(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].is_word and words[at + 1].text[0].isupper()


def _said_of_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """A verb like "ist" or a comma ties the noun to a man's or woman's name in the same sentence."""
    sentence = words[phrase.at].sentence
    first = phrase.start
    while first > max(0, phrase.start - _NEAR) and words[first - 1].sentence == sentence:
        first -= 1
    last = phrase.at
    while last + 1 < min(len(words), phrase.at + _NEAR) and words[last + 1].sentence == sentence:
        last += 1
    named = [at for at in range(first, last + 1) if words[at].low in _TITLES]
    named += [
        at
        for at in range(first, last)
        if words[at].text in lexicon.names() and words[at + 1].is_word and words[at + 1].text[0].isupper()
    ]
    return any(_is_tied(words, phrase, at) for at in named)


def _is_tied(words: Sequence[Word], phrase: Phrase, name: int) -> bool:
    if words[name].low in ("frau", "fr"):
        return False
    between = words[phrase.at + 1 : name] if name > phrase.at else words[name + 1 : phrase.start]
    if len(between) > 14 or any(word.text in ";" for word in between):
        return False
    lows = [word.low for word in between]
    if phrase.preposition is not None or not phrase.readings & (NS | lexicon.AS):
        return bool(lows) and lows[-1:] == [","] and name < phrase.at
    if any(low in COPULAS or low in ("heißt", "lautet") for low in lows):
        return not any(low in ("sie", "wir", "er") for low in lows)
    if name < phrase.at:
        ends = [at for at, low in enumerate(lows) if low == ","]
        return bool(ends) and ends[0] <= 3 and len(lows) - ends[0] <= 2
    return bool(lows) and lows[-1] in (",", ":", "(") and not any(low in COPULAS for low in lows)


def _names_only_men(words: Sequence[Word], phrase: Phrase) -> bool:
    sentence = words[phrase.at].sentence
    row = [word for word in words[max(0, phrase.at - 20) : phrase.at + 20] if word.sentence == sentence]
    lows = [word.low for word in row]
    return (
        any(low in _MALE for low in lows)
        and not any(low in ("frau", "fr") for low in lows)
        and any(low in COPULAS for low in lows)
        and bool(phrase.readings & PLURAL)
        and lows.count("herr") > 1
    )


def _is_part_of_name(words: Sequence[Word], at: int) -> bool:
    """A street that is written in several words: "Straße der Kuriere"."""
    if at < 2 or words[at - 1].low not in ("der", "des", "am", "zum"):
        return False
    return words[at - 2].low in ("straße", "platz", "park")
