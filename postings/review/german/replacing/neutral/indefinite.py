""" "Wer …" and "niemand" in the place of a noun that says no more than that it is a person."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.replacing.agreement import Context
from postings.review.german.replacing.pronouns import Follower
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.lexicon import NS
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.model import Edit

_ANYONE = word_set("Bewerber Kandidat Interessent Bürger Einwohner Mieter Nutzer Antragsteller")
_NOBODY = word_set("Bewerber Kandidat Besucher Teilnehmer Bürger Einwohner Nutzer Zuschauer Interessent")


def reworded(context: Context, followers: Sequence[Follower]) -> list[Edit] | None:
    """The edits, where the phrase opens the sentence and nothing but a relative clause looks back at it."""
    phrase = context.phrase
    if phrase.adjectives or not context.reading & NS or phrase.determiner is None:
        return None
    if not context.words[phrase.start].starts_sentence or context.words[phrase.start].is_caps:
        return None
    return _whoever(context, followers) if context.determiner == "ein" else _nobody(context, followers)


def _whoever(context: Context, followers: Sequence[Follower]) -> list[Edit] | None:
    """ "Ein Bewerber, der alles einreicht, erhält …" -> "Wer alles einreicht, erhält …"."""
    at, words = context.phrase.at, context.words
    if context.phrase.noun.base not in _ANYONE or len(followers) != 1 or at + 2 >= len(words):
        return None
    relative = words[at + 2]
    if words[at + 1].text != "," or relative.low != "der" or followers[0].word is not relative:
        return None
    return [_from_start(context, relative.end, "Wer")]


def _nobody(context: Context, followers: Sequence[Follower]) -> list[Edit] | None:
    """ "Kein Bewerber wird abgelehnt" -> "Niemand wird abgelehnt": right before the verb."""
    at, words = context.phrase.at, context.words
    if context.determiner != "kein" or context.phrase.noun.base not in _NOBODY or followers:
        return None
    verb = words[at + 1] if at + 1 < len(words) else None
    if verb is None or not verb.text[0].islower() or verbs.plural(verb.text) is None:
        return None
    return [_from_start(context, words[at].end, "Niemand")]


def _from_start(context: Context, end: int, new: str) -> Edit:
    start = context.words[context.phrase.start].start
    return Edit(start, end - start, new)
