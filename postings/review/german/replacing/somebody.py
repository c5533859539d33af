"""Masculine words for somebody or nobody: "einer von euch", "du bist einer, der …", "manch einer"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.pronouns import RELATIVE
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, DETERMINERS, PREPOSITIONS

BARE = {
    "einer": "eine",
    "keiner": "keine",
    "irgendeiner": "irgendeine",
    "mancher": "manche",
    "einen": "eine",
    "jener": "jene",
}
# What follows "Einer" or "Keiner" that means a person: verbs that are said of people.
_DOING = word_set("""
    muss soll sollte darf kann will wollte möchte mag weiß wusste übernimmt kümmert meldet fragt hilft sagt
    sagte glaubt kennt konnte durfte musste traut versteht traute denkt redet spricht lacht
    fährt kocht lenkt schreibt ruft arbeitet lernt zeigt liest schweigt wartet hört schaut springt
    """)
_BESIDE = word_set(
    "allein alleine mehr sich zu uns auf nur dabei es ihn sie ihm ihnen etwas hier länger gern gerne einfach "
    "wirklich jemals je perfekt"
)
_IN_CLAUSE = word_set("damit dass wenn weil ob falls sodass")
_COUNTING = word_set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf mehrere einige viele beide")
_US = word_set("uns euch ihnen")
_ILL = word_set("krank müde verletzt traurig wütend neu unsicher überfordert")
_SPOKEN_TO = word_set("bist sind wäre wärst bin sei wie")
_SEEKING = word_set("suchen sucht brauchen braucht wollen wünschen suche brauche")
_OF_THINGS = word_set("funktioniert läuft geht passt fehlt reicht gilt steht liegt hängt war ist wurde wird")
_DETERMINED = frozenset(DETERMINERS) | frozenset(PREPOSITIONS)
_ENDING = (".", "!", "?", ",", ";", ":")


def is_somebody(words: Sequence[Word], at: int) -> bool:
    """ "Einer muss …", "damit keiner allein ist"; not one of the three excavators just named."""
    if at + 1 >= len(words) or words[at].is_caps or is_counted_before(words, at):
        return False
    low, after = words[at].low, words[at + 1]
    if at > 1 and words[at - 1].low in CONNECTORS and words[at - 2].low == BARE[low]:
        return False  # "manche oder mancher": both are there
    if low == "einen":
        is_sought = _is_described(words, at) and at > 0 and words[at - 1].low in _SEEKING
        return is_sought or _is_of_us(words, at)
    if low == "jener":
        return words[at].starts_sentence and _is_described(words, at)
    if low in ("einer", "keiner") and (_is_of_us(words, at) or _is_said(words, at)):
        return True
    if _is_passive(words, at):
        return False
    if low == "einer" and after.low in ("dem", "den") and words[min(at + 2, len(words) - 1)].low == "anderen":
        return True
    if low in ("irgendeiner", "mancher") or (at and words[at - 1].low == "manch"):
        return _is_verb(after) and after.low not in _OF_THINGS - {"wird", "ist", "war"}
    if words[at].starts_sentence:
        return after.low in _DOING
    return _is_within(words, at)


def _is_within(words: Sequence[Word], at: int) -> bool:
    """ "wenn einer ausfällt", "und keiner bleibt allein", "Bei uns ist keiner nur eine Nummer"."""
    low, before, after = words[at].low, words[at - 1], words[at + 1]
    does = after.low in _DOING or (_is_verb(after) and after.low not in _OF_THINGS)
    if before.low in ("mal", "doch"):
        before = words[at - 2]
    if before.low in _IN_CLAUSE and low == "einer" and after.low not in _BESIDE:
        return after.low in _DOING or after.low in _ILL or (does and _is_set_against_other(words, at))
    if low != "keiner":
        return False
    if before.low in _IN_CLAUSE:
        return after.low in _BESIDE or does
    if before.low in ("wo", "sonst", "was", "wohin"):
        return after.low not in _OF_THINGS and is_no_attribute(words, at)
    if before.low in ("und", ",", "denn", "aber"):
        return does
    return after.low in _BESIDE and _is_verb(before)


def is_no_attribute(words: Sequence[Word], at: int) -> bool:
    """ "Da muss jeder ran"; not "jeder neue Bus", "jeder der drei Busse", "jeder zweite"."""
    for word in words[at + 1 : at + 5]:
        if word.sentence != words[at].sentence or not word.is_word:
            return word is not words[at + 1]
        if word.text[0].isupper():
            return False
        if word.low.endswith(("te", "zelne", "zelnen", "andere")) and word is words[at + 1]:
            return False
        if not word.low.endswith(("e", "en", "er", "es", "em")) or word.low in _DETERMINED:
            return word.low != "der"
    return True


def _is_set_against_other(words: Sequence[Word], at: int) -> bool:
    """ "Wenn einer ausfällt, springt ein anderer ein"."""
    return any(
        word.low in ("anderer", "andere")
        for word in words[at : at + 12]
        if word.sentence == words[at].sentence
    )


def _is_of_us(words: Sequence[Word], at: int) -> bool:
    """ "keiner von uns"."""
    return words[at + 1].low == "von" and at + 2 < len(words) and words[at + 2].low in _US


def _is_described(words: Sequence[Word], at: int) -> bool:
    """ "…, der anpackt"."""
    return words[at + 1].text == "," and at + 2 < len(words) and words[at + 2].low in RELATIVE


def _is_said(words: Sequence[Word], at: int) -> bool:
    """ "Du bist einer, der anpackt", "so wie keiner, der …"."""
    if not _is_described(words, at) or at < 2:
        return False
    near = [word.low for word in words[max(0, at - 4) : at]]
    if "gesucht" in near:
        return True
    return bool({"du", "sie", "ich", "wer"} & set(near)) and bool(_SPOKEN_TO & set(near))


def is_counted_before(words: Sequence[Word], at: int) -> bool:
    """ "Zwei Bagger stehen bereit. Einer …": a number in this sentence or the one before."""
    sentence = words[at].sentence
    for word in reversed(words[:at]):
        if word.sentence < sentence - 1:
            return False
        if word.low in _COUNTING or word.text[0].isdigit():
            return True
    return False


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """ "Einer muss repariert werden": things are repaired."""
    end = at + 1
    while end < len(words) and words[end].sentence == words[at].sentence and words[end].text not in _ENDING:
        end += 1
    return any(word.low in ("werden", "wird", "wurde", "worden") for word in words[max(at, end - 3) : end])


def _is_verb(word: Word) -> bool:
    return word.is_word and word.text[0].islower() and verbs.plural(word.text) is not None
