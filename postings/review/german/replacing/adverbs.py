"""Uninflected words between an article and its adjective: "einem hoch bezahlten Spezialisten"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.word_lists import listed, word_set
from postings.review.german.vocabulary.words import DETERMINERS

_ENDS = tuple(listed("lich isch ig sam bar voll los haft weise weit artig fach mäßig iert"))
_DEGREES = word_set("""
    sehr gut hoch besonders neu fest frisch äußerst höchst überaus ganz recht ziemlich so zu
    """)
_ADVERBS = _DEGREES | word_set("""
    viel mehr schwer schlecht leicht weit stark breit streng fein frei halb bestens lang lange kurz
    früh spät nah tief eng rein rund jung alt dicht klar knapp satt warm kalt heiß offen privat
    gerade eben erst schon noch bereits längst bald jüngst soeben kürzlich immer stets oft meist selten nie
    niemals gern gerne genug kaum fast beinahe nahezu eher etwas wirklich halbwegs einigermaßen weniger
    gleichermaßen ebenso nicht auch sonst sogar anderswo andernorts hier dort vorher zuvor zuletzt derzeit
    nebenbei weltweit selbst allein anders damals heute seinerzeit teils teilweise ausreichend entsprechend
    umfassend hervorragend anderweitig intern extern international regional überregional national sozial
    digital zentral kommunal mental
    """)
# What adjectives of towns end in that no list knows.
_TOWNS = tuple(
    listed("burger berger städter heimer hausener hauser dorfer felder furter linger brücker hagener")
)
_AS_MUCH = ("ebenso", "genauso", "so", "gleichermaßen")
_MOST = 4


def is_adverb(word: Word) -> bool:
    """Whether this word may stand before an adjective and does not change with it."""
    if not word.is_word or not word.text[0].islower() or word.low in DETERMINERS:
        return False
    return word.low in _ADVERBS or word.low.endswith(_ENDS)


def is_of_town(words: Sequence[Word], at: int) -> bool:
    """ "Münchner" in "ein Münchner Investor", which does not change either."""
    word = words[at]
    if at < 1 or not word.is_word or not word.text[0].isupper() or not word.low.endswith("er"):
        return False
    if word.starts_sentence or word.starts_line or words[at + 1].starts_line:
        return False
    return word.text in lexicon.lexicon().townspeople or word.low.endswith(_TOWNS)


def before(words: Sequence[Word], place: int) -> int:
    """The place before a row of adverbs that ends here."""
    at = place
    while at > 0 and place - at < _MOST and is_adverb(words[at]) and not words[at + 1].starts_line:
        at -= 1
    return at


def follow_article(words: Sequence[Word], place: int) -> bool:
    """Whether adverbs and an article stand before this word: "einem hoch bezahlten" is no verb."""
    at = before(words, place - 1)
    return at < place - 1 and words[at].low in DETERMINERS


def compares(words: Sequence[Word], at: int) -> bool:
    """ "wie" in "ein ebenso kluger wie freundlicher Lehrer"."""
    return words[at].low == "wie" and at > 1 and words[at - 2].low in _AS_MUCH


def first_of(words: Sequence[Word], at: int) -> int:
    """Where "staatlich geprüfter", "sehr gut ausgebildeter" begins in a phrase without an article."""
    while at > 0 and not words[at].starts_line and _goes_with(words, at):
        at -= 1
    return at


def _goes_with(words: Sequence[Word], at: int) -> bool:
    word = words[at - 1]
    if not word.is_word or word.sentence != words[at].sentence:
        return False
    if word.text[0].isupper() and not word.starts_sentence:
        return False
    return word.low in _DEGREES or (word.low.endswith(_ENDS) and len(word.low) > 4)
