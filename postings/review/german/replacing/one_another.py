"""The other one: "jeder für den anderen", "der eine …, der andere", "wenn einer ausfällt, ein anderer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.agreement import word_edit
from postings.review.german.replacing.pronouns import Follower
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, COPULAS, PREPOSITIONS
from postings.review.model import Edit

_FEMININE = {"andere": "andere", "anderer": "andere", "anderen": "andere"}
# The articles that make one man of the word after them: (article, word) -> the word for a woman.
_ARTICLES = {
    **{("der", word): word for word in ("eine", "andere")},
    **{(article, "anderen"): "andere" for article in ("den", "einen", "keinen", "jeden")},
    **{
        (article, "anderen"): "anderen"
        for article in ("dem", "einem", "keinem", "jedem", "vom", "zum", "beim")
    },
    **{(article, "anderer"): "andere" for article in ("ein", "kein")},
    ("jeder", "andere"): "andere",
}
_SELVES = word_set("jeder jeden jedem")
_FAR = 25
_TOGETHER = word_set("an auf aus bei für gegen hinter in mit nach neben über um unter von vor zu")


def after(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """ "den anderen" after "jeder" or "einer" in its sentence, where no noun follows."""
    for place in range(at + 1, min(len(words), at + _FAR)):
        if words[place].sentence != words[at].sentence:
            return
        found = _one(words, place)
        if found is not None and words[place].low != "eine":
            yield found


def opposed(words: Sequence[Word], at: int) -> list[Follower]:
    """ "der eine kocht, der andere backt" from "eine" on."""
    first = _one(words, at)
    if first is None or words[at].low != "eine" or not _does(words, at + 1):
        return []
    second = [one for one in after(words, at) if one.word.low == "andere"]
    return [first, second[0]] if second else []


def as_any(words: Sequence[Word], at: int) -> list[Follower]:
    """ "wie jeder andere"."""
    found = _one(words, at) if words[at].low in _FEMININE else None
    return [found] if found is not None and words[at - 1].low in _SELVES else []


def _one(words: Sequence[Word], at: int) -> Follower | None:
    feminine = _ARTICLES.get((words[at - 1].low, words[at].low)) if at else None
    if feminine is None or _has_noun(words, at) or (at > 1 and words[at - 2].low in CONNECTORS):
        return None  # "die oder der andere": both are there
    return Follower(words[at], feminine, is_relative=False, article=words[at - 1])


def _has_noun(words: Sequence[Word], at: int) -> bool:
    """ "den anderen Kollegen", "der andere große Raum", "der andere (Bus)"."""
    for word in words[at + 1 : at + 4]:
        if word.sentence != words[at].sentence or word.text in ",.;:!?–":
            return False
        if word.text == "(" or word.text[0].isupper():
            return word.low not in ("sie", "zeit", "verantwortung", "hilfe", "rücksicht", "mut", "kraft")
        if not word.low.endswith(("e", "en", "er")) or word.low in PREPOSITIONS or _is_verb(word):
            return False
    return False


def _does(words: Sequence[Word], at: int) -> bool:
    """Something that people do and are not: "Der eine ist blau" may be said of a bus."""
    return at < len(words) and words[at].low not in COPULAS and _is_verb(words[at])


def _is_verb(word: Word) -> bool:
    return word.is_word and word.text[0].islower() and verbs.plural(word.text) is not None


def together(words: Sequence[Word], at: int) -> Edit | None:
    """ "für den anderen" -> "füreinander", "dem anderen" -> "einander"; `at` is where "anderen" stands."""
    article, before = words[at - 1].low, words[at - 2] if at > 1 else None
    end = words[at].end
    if article in ("vom", "zum", "beim"):
        short = {"vom": "von", "zum": "zu", "beim": "bei"}[article]
        return Edit(words[at - 1].start, end - words[at - 1].start, f"{short}einander")
    if before is not None and before.low in _TOGETHER:
        return Edit(before.start, end - before.start, f"{before.low}einander")
    if article != "dem":
        return None
    edit = word_edit(words[at - 1], "einander")
    return edit and Edit(edit.offset, end - edit.offset, edit.text)
