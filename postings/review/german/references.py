"""What is not generic: named people, bodies, places, quotes, and forms that are inclusive already."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.review.german import lexicon
from postings.review.german.lexicon import NS, PLURAL, SINGULAR
from postings.review.german.phrase import Phrase
from postings.review.german.scan import Word
from postings.review.german.words import CONNECTORS, COPULAS, DETERMINERS

_NEAR = 40
_NAMING = frozenset("bei mit von nach zu gegenüber".split())
_TITLES = frozenset("herr herrn hr frau fr dr prof".split())
_MALE = frozenset("herr herrn hr".split())
_QUOTE = re.compile(r"[„»\"“][^\n„»\"“”«]{1,200}[“”\"«]")


def is_exempt(words: Sequence[Word], phrase: Phrase, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether this masculine noun means no person in general, or not only men."""
    word = words[phrase.at]
    return (
        any(start < word.start < end for start, end in quoted)
        or is_named(words, phrase)
        or has_partner(words, phrase)
        or _has_inclusive_article(words, phrase)
        or _is_part_of_name(words, phrase.at)
    )


def with_half_inclusive(words: Sequence[Word]) -> list[Word]:
    """The words with "Sachbearbeiter/in" read as "Sachbearbeiter" where the rest of the phrase is masculine."""
    return [
        word._replace(text=word.text[:-3], low=word.low[:-3], is_inclusive=False)
        if word.is_inclusive and word.low.endswith("/in") and _is_half(words, at)
        else word
        for at, word in enumerate(words)
    ]


def _is_half(words: Sequence[Word], at: int) -> bool:
    for back in range(at - 1, max(-1, at - 4), -1):
        word = words[back]
        if word.is_inclusive or word.low in CONNECTORS or word.starts_line and back != at - 1:
            return False
        if word.low in (
            "der",
            "den",
            "dem",
            "des",
            "ein",
            "einen",
            "einem",
            "eines",
            "jeder",
            "jeden",
            "kein",
            "keinen",
        ):
            return True
        if word.low in DETERMINERS or not word.is_word:
            return False
    return words[at].starts_line and words[at].in_title


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


def has_partner(words: Sequence[Word], phrase: Phrase) -> bool:
    """The feminine form stands near in the same sentence: "Kolleginnen und Kollegen", "Lehrerin … oder Lehrer"."""
    noun = phrase.noun
    wanted = {form.lower() for form in (noun.feminine, noun.feminine + "nen", noun.feminine + "en")}
    heads = {form for form in (noun.feminine.lower()[-12:],)}
    sentence, line = words[phrase.at].sentence, phrase.at
    for step in (-1, 1):
        at = line + step
        count = 0
        while 0 <= at < len(words) and words[at].sentence == sentence and count < 25:
            low = words[at].low
            if low in wanted and noun.kind != "adj":
                return True
            if low.endswith("-") and low[:-1] in wanted:
                return True
            if noun.kind == "adj" and _is_adjectival_pair(words, phrase, at):
                return True
            at += step
            count += 1
    return bool(heads) and _shares_head(words, phrase)


def _is_adjectival_pair(words: Sequence[Word], phrase: Phrase, at: int) -> bool:
    """ "eine Angestellte oder ein Angestellter"."""
    low = words[at].low
    stem = phrase.noun.base[:-1].lower()
    if at == phrase.at or not (low == stem or low == stem + "n"):
        return False
    return any(
        words[each].low in CONNECTORS or words[each].text == "/"
        for each in range(min(at, phrase.at), max(at, phrase.at))
    )


def _shares_head(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Kundinnen und Geschäftskunden" is no pair; "Amtsleiterin oder -leiter" is one."""
    before = phrase.at - 2
    if before < 0 or words[phrase.at - 1].text not in ("-", "–"):
        return False
    if words[phrase.at - 2].low not in CONNECTORS and words[phrase.at - 2].text != "/":
        return False
    feminine = phrase.noun.feminine.lower()
    return any(
        word.low.rstrip("nen").endswith(feminine.rstrip("n"))
        for word in words[max(0, phrase.at - 6) : phrase.at - 2]
    )


def _has_inclusive_article(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der*die Beauftragte": the article says it already."""
    if phrase.start == 0:
        return False
    for at in range(phrase.at - 1, max(-1, phrase.at - 5), -1):
        word = words[at]
        if (
            word.is_inclusive
            and word.text[0].islower()
            or word.is_inclusive
            and word.low[:3] in ("der", "die", "ein", "jed")
        ):
            return phrase.noun.kind in ("adj", "beamt") or "/" in word.text
        if not word.is_word or word.low in CONNECTORS:
            return False
    return False


def _is_part_of_name(words: Sequence[Word], at: int) -> bool:
    """A street or school that is written in several words: "Platz der Göttinger Sieben", "Straße der Kuriere"."""
    if (
        at >= 2
        and words[at - 1].low in ("der", "des", "am", "zum")
        and words[at - 2].low in ("straße", "platz", "haus", "park")
    ):
        return words[at - 2].low != "haus"
    return False
