"""One of many without gender: "Keiner der Mitarbeiter" -> "Niemand von den Beschäftigten"."""

from __future__ import annotations

from postings.review.german.replacing import subjects
from postings.review.german.replacing.agreement import ONE_OF, Context, word_edit
from postings.review.german.replacing.neutral.table import Option, options
from postings.review.german.vocabulary import verbs
from postings.review.model import Edit

_FROM = {"der": "den", "unserer": "unseren", "ihrer": "ihren"}


def reworded(context: Context) -> list[Edit] | None:
    """The edits of "einer", "keiner", "jeder" before the noun, and of the noun."""
    word = context.words[context.phrase.start - 1]
    known = [option for option in options(context.phrase.noun) if option.is_safe]
    many = next((option for option in known if option.kind == "p"), None)
    if word.low.startswith("ein"):
        one = next((option for option in known if option.kind == "a" and option.plural), None)
        return _one(context, one) if one else None
    if many is None or context.phrase.adjectives or word.low not in ("keiner", "jeder"):
        return None
    return _nobody(context, many) if word.low == "keiner" else _everybody(context, many)


def _noun(context: Context, new: str) -> Edit:
    start, end = context.noun_span
    return Edit(start, end - start, new)


def _one(context: Context, option: Option) -> list[Edit]:
    """ "Einer der Teilnehmer" -> "Eine der teilnehmenden Personen"."""
    word = context.words[context.phrase.start - 1]
    edit = word_edit(word, ONE_OF[word.low])
    return [*filter(None, [edit]), _noun(context, f"{option.adjective}en {option.plural}")]


def _nobody(context: Context, option: Option) -> list[Edit] | None:
    words, at = context.words, context.phrase.start
    article = word_edit(words[at], "von " + _FROM[words[at].low])
    nobody = word_edit(words[at - 1], "niemand")
    return [nobody, article, _noun(context, option.singular + "n")] if nobody and article else None


def _everybody(context: Context, option: Option) -> list[Edit] | None:
    """ "Jeder der Teilnehmer bekommt" -> "Alle Teilnehmenden bekommen"."""
    words, at = context.words, context.phrase.start
    place = subjects.verb_of(words, at - 1, context.phrase.at)
    new = verbs.plural(words[place].text) if place is not None else None
    if place is None or new is None or words[at].low != "der":
        return None
    edits = [word_edit(words[at - 1], "alle"), word_edit(words[place], new)]
    gone = Edit(words[at].start, words[at + 1].start - words[at].start, "")
    return [*filter(None, edits), gone, _noun(context, option.singular + "n")]
