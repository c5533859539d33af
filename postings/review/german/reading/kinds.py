"""Which kind of generic masculine a noun is: each kind has its own rule, with its own reason and advice."""

from __future__ import annotations

from typing import Literal

from postings.review.german.replacing.agreement import Context
from postings.review.german.vocabulary.lexicon import NS, SINGULAR, Noun
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import ARTICLES, CONTRACTIONS, COPULAS

Kind = Literal[
    "noun",
    "singular",
    "quantified",
    "predicate",
    "mann",
    "participle",
    "ling",
    "english",
    "half-sign",
    "title",
    "pronoun",
    "indefinite",
    "compound",
]
_ENGLISH = word_set("""
    manager coach developer engineer owner master scientist teamplayer allrounder networker newcomer performer
    consultant designer controller recruiter streetworker influencer blogger scout supporter tester officer
    leader
    teamleader producer creator speaker guide freelancer keyworker caseworker worker buyer merchandiser
    follower
    user gamer streamer podcaster fundraiser insider hacker speaker vlogger stylist keeper dispatcher jobber
    """)
_EACH = ("jed", "kein", "manch", "irgend", "jeglich")
_BECOMING = word_set("""
    ausbildung weiterbildung umschulung fortbildung ernennung befähigung qualifikation studium lehre
    bestellung
    werden wirst wird werde ausgebildet ausbilden qualifizieren abschluss aufstieg
    """)
_MARKS = ("(m/w", "(w/m", "(m/f", "(d/m", "(w/d", "(m,w", "(m|w", "(m / w")
_NEAR = 8


def is_english(noun: Noun) -> bool:
    """ "Engineer": a word that has one form for everyone in English."""
    return _is_english(noun.head.lower(), noun.base.lower())


def of(each: Context) -> Kind:
    """The kind; the first that fits, from the most particular to the most general."""
    noun = each.phrase.noun
    if _is_marked_title(each):
        return "title"
    if each.length != len(each.noun_text):
        return "half-sign"
    if noun.kind == "ling":
        return "ling"
    if noun.kind == "man":
        return "mann"
    if noun.kind == "adj":
        return "participle"
    if is_english(noun):
        return "english"
    if each.phrase.determiner is not None and each.words[each.phrase.determiner].low.startswith(_EACH):
        return "quantified"
    if _is_predicate(each):
        return "predicate"
    return "singular" if each.reading & SINGULAR and _is_definite(each) else "noun"


def _is_definite(each: Context) -> bool:
    """ "der Bürger": one man stands for all."""
    if each.phrase.determiner is None:
        return False
    low = each.words[each.phrase.determiner].low
    return low in ARTICLES or low in CONTRACTIONS or low.startswith("dies")


def _is_marked_title(each: Context) -> bool:
    """A title with "(m/w/d)" after it."""
    word = each.words[each.phrase.at]
    after = each.text[word.start + each.length : word.start + each.length + 90].split("\n")[0]
    return word.in_title and any(mark in after.lower() for mark in _MARKS)


def _is_english(head: str, base: str) -> bool:
    return head in _ENGLISH or base.rpartition("-")[2] in _ENGLISH


def _is_predicate(each: Context) -> bool:
    """ "als Ansprechpartner", "Sie sind Teamleiter", "Ausbildung zum Gärtner"."""
    words, phrase = each.words, each.phrase
    if not each.reading & SINGULAR:
        return False
    before = words[max(0, phrase.start - _NEAR) : phrase.start]
    if before and before[-1].low == "als":
        return True
    lows = {word.low for word in before if word.sentence == words[phrase.at].sentence}
    determiner = "" if phrase.determiner is None else words[phrase.determiner].low
    after = {word.low for word in words[phrase.at + 1 : phrase.at + 4]}
    if determiner == "zum":
        return bool((lows | after) & _BECOMING)
    if determiner not in ("", "ein", "unser") or not each.reading & NS:
        return False
    return bool((lows | after) & COPULAS & _SAYING_SO) and bool(lows & _SPOKEN_TO)


_SAYING_SO = word_set("bin bist sind seid werden wird wirst werde sein ist bleiben bleibt")
_SPOKEN_TO = word_set("sie du ich wer jemand man")

__all__ = ["Kind", "is_english", "of"]
