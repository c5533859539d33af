"""Forms that include everyone already: signs, slashes, pairs also far apart, inclusive articles."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.impersonal.figures import members
from postings.review.german.reading.kinds import is_english
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase, is_adjective
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, DETERMINERS

_MASCULINE = word_set("der den dem des ein einen einem eines jeder jeden kein keinen unser unseren ihr ihren")
_MASCULINE_TOO = _MASCULINE | word_set("zum vom beim")
_FEMININE = word_set("die der eine einer zur jede jeder keine unsere unserer ihre ihrer")
_FAR = 25
_TURNS = 2  # the fewest other members of a row in which women and men take turns
_ALL_GENDERS = ["all", "genders", "welcome"]


def with_half_inclusive(words: Sequence[Word]) -> list[Word]:
    """The words, with "einen Sachbearbeiter/in" read as "Sachbearbeiter" where the rest is masculine."""
    return [
        _without_sign(word)
        if word.is_inclusive and word.low.endswith(("/in", "/-in")) and _is_half(words, at)
        else word
        for at, word in enumerate(words)
    ]


def _without_sign(word: Word) -> Word:
    length = word.low.rindex("/")
    return word._replace(text=word.text[:length], low=word.low[:length], is_inclusive=False)


def _is_half(words: Sequence[Word], at: int) -> bool:
    for back in range(at - 1, max(-1, at - 4), -1):
        word = words[back]
        if word.is_inclusive or word.low in CONNECTORS or (word.starts_line and back != at - 1):
            return False
        if word.low in _MASCULINE or (back == at - 1 and _is_masculine_adjective(words, back)):
            return True
        if word.low in DETERMINERS or not word.is_word or words[back + 1].starts_line:
            return False
    return False


def _is_masculine_adjective(words: Sequence[Word], at: int) -> bool:
    """ "Erfahrener Bauingenieur/-in", with no article before it."""
    return (
        words[at].low.endswith("er")
        and is_adjective(words, at)
        and not (at and words[at - 1].low in DETERMINERS)
    )


def has_partner(words: Sequence[Word], phrase: Phrase) -> bool:
    """The feminine form stands in the same sentence: "Kolleginnen und Kollegen", "Lehrerin … oder Lehrer"."""
    if _is_bracketed(words, phrase.at) or _is_for_all_genders(words, phrase):
        return True
    feminine = phrase.noun.feminine.lower()
    wanted = {feminine, feminine + "nen", feminine + "en"}
    sentence = words[phrase.at].sentence
    for at in range(max(0, phrase.at - _FAR), min(len(words), phrase.at + _FAR)):
        word = words[at]
        if at == phrase.at or word.sentence != sentence:
            continue
        if phrase.noun.kind == "adj":
            if _is_adjectival_pair(words, phrase, at):
                return True
        elif word.low.rstrip("-") in wanted or ("/" in word.low and word.low.split("/")[0] in wanted):
            return True  # also "eine Schulsekretärin/einen Schulsekretär"
        elif _is_sister(word.low, phrase.noun.base.lower()):
            return True
    return _is_second_half(words, phrase.at, wanted)


def _is_sister(low: str, base: str) -> bool:
    """ "Kinderkrankenschwester/Kinderkrankenpfleger": the pair whose feminine form is another word."""
    stem, sister, _ = low.partition("krankenschwester")
    return bool(sister) and base.endswith("krankenpfleger") and base.startswith(stem.split("/")[-1])


def _is_second_half(words: Sequence[Word], at: int, wanted: set[str]) -> bool:
    """ "Regierungssekretär-Anwärterin bzw. -Anwärter": the end of the compound before it, once more."""
    if not words[at].text.startswith("-") and (at == 0 or words[at - 1].text != "-"):
        return False
    row = words[max(0, at - 6) : at]
    return any(word.low.rpartition("-")[2] in wanted for word in row if word.sentence == words[at].sentence)


def takes_turns(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Ob Schülerin, Student, Rentnerin oder Hausmann": feminine and masculine words take turns."""
    row = list(members(words, phrase))
    women = sum(_is_feminine(word.text) for word in row)
    men = 1 + sum(_is_masculine(word.text) for word in row)
    if len(row) < _TURNS or not women:
        return False
    return women >= men or _is_one_of_them(words, phrase)


def _is_one_of_them(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "eine Physikerin, ein Tischler, zwei Studierende und ein Rentner": those who are there."""
    return phrase.determiner is not None and words[phrase.determiner].low in ("ein", "einem", "einen")


def _is_masculine(text: str) -> bool:
    match = lexicon.find(text)
    return match is not None and not match.noun.is_adjectival


def _is_feminine(text: str) -> bool:
    stem = text.removesuffix("nen").removesuffix("in")
    return text.endswith(("in", "innen")) and lexicon.find(stem) is not None


def _is_bracketed(words: Sequence[Word], at: int) -> bool:
    """ "Bewerber(-innen)", "Bewerber (innen)"."""
    row = [word.low for word in words[at + 1 : at + 5] if word.text not in "-/"]
    return (
        row[:1] == ["("] and row[1:2] != [] and row[1].lstrip("-/") in ("innen", "in") and row[2:3] == [")"]
    )


def _is_for_all_genders(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Engineer (all genders welcome)": in English the word means everyone, and it says so."""
    row = [word.low for word in words[phrase.at + 1 : phrase.at + 5]]
    return row[:1] in (["("], ["–"], ["-"]) and row[1:4] == _ALL_GENDERS and is_english(phrase.noun)


def _is_adjectival_pair(words: Sequence[Word], phrase: Phrase, at: int) -> bool:
    """ "eine Angestellte oder ein Angestellter"."""
    stem = phrase.noun.base[:-1].lower()
    if words[at].low not in (stem, stem + "n"):
        return False
    between = words[min(at, phrase.at) : max(at, phrase.at)]
    return any(word.low in CONNECTORS or word.text == "/" for word in between)


def _has_both_articles(words: Sequence[Word], at: int) -> bool:
    """ "eine oder einen", "die oder der": both articles before a noun that has one form."""
    while at and words[at - 1].is_word and words[at - 1].low not in _FEMININE | _MASCULINE_TOO:
        at -= 1
        if words[at].low in CONNECTORS or words[at].starts_line:
            return False
    if at < 3 or words[at - 2].low not in CONNECTORS:
        return False
    first, second = words[at - 3].low, words[at - 1].low
    return (first in _FEMININE and second in _MASCULINE_TOO) or (
        first in _MASCULINE_TOO and second in _FEMININE
    )


def has_article(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der*die Beauftragte", "zur oder zum Angestellten": the article says it already."""
    if phrase.noun.is_adjectival and _has_both_articles(words, phrase.at):
        return True
    for at in range(phrase.at - 1, max(-1, phrase.at - 5), -1):
        word = words[at]
        if word.is_inclusive and (word.text[0].islower() or word.low[:3] in ("der", "die", "ein", "jed")):
            return phrase.noun.is_adjectival or "/" in word.text
        if not word.is_word or word.low in CONNECTORS:
            return False
    return False
