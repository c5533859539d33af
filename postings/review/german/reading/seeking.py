"""Whom an ad seeks, and whether anything in it shows that people of all genders are meant (AGG § 11)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from postings.review.german.reading.scan import Word
from postings.review.german.reading.titles import is_wanted
from postings.review.german.replacing.agreement import Context
from postings.review.german.vocabulary.word_lists import word_set

_MARK = re.compile(
    r"\(\s*[a-z]{1,6}\s*[/|,*]\s*[a-z]{1,6}(?:\s*[/|,*]\s*[a-z]{1,6})*\s*\)|\b[mwfdxi]/[mwfdxi]\b"
    r"|[a-zäöüß](?:[*:_·]|/-?)in(?:nen)?\b|[a-zäöüß]In(?:nen)?\b|\b[a-zäöü]+[*:_][a-z]\b"
    r"|innen und [A-ZÄÖÜ]|in oder [A-ZÄÖÜ]|[Gg]eschlecht|\b(?<!Ehe)[Ff]rauen\b|divers|gn\)"
)
_SEEKING = word_set("suchen sucht suche gesucht stellen stellt einstellen bilden brauchen braucht")
_ALWAYS = word_set("Bewerber Stelleninhaber Kandidat Staatsbürger Wunschkandidat Stellenbewerber")
_ENOUGH = 40


class Role(NamedTuple):
    """A masculine noun: where it stands, its base, and whether it names the sought person by its place."""

    offset: int
    base: str
    in_title: bool
    is_wanted: bool


def is_open(text: str) -> bool:
    """Whether anything shows that people of all genders are meant."""
    return bool(_MARK.search(text))


def roles(words: Sequence[Word], contexts: Sequence[Context]) -> tuple[Role, ...]:
    """What the whole text needs to know of each noun of a part."""
    return tuple(
        Role(
            each.noun_span[0],
            each.phrase.noun.base,
            words[each.phrase.start].in_title and words[each.phrase.start].starts_line,
            is_wanted(words, each.phrase) or _is_object(words, each),
        )
        for each in contexts
    )


def sought(every: Sequence[Role], words: int) -> set[int]:
    """The places of the nouns that name the sought person, where an ad speaks to men only."""
    if words < _ENOUGH:
        return set()
    titles = [role for role in every if role.in_title]
    wanted = [role for role in every if role.is_wanted]
    named = {role.base.lower() for role in [*titles[:1], *wanted]}
    return {role.offset for role in every if _names(role.base, named)}


def _names(base: str, named: set[str]) -> bool:
    low = base.lower()
    return base in _ALWAYS or any(one.endswith(low) or low.endswith(one) for one in named)


def _is_object(words: Sequence[Word], each: Context) -> bool:
    """ "suchen wir … einen Hausmeister", in the same sentence and with no other clause between."""
    sentence = words[each.phrase.at].sentence
    if each.phrase.preposition is not None:
        return False
    for back in range(each.phrase.start - 1, max(-1, each.phrase.start - 15), -1):
        if words[back].sentence != sentence or words[back].text in ",;:":
            return False
        if words[back].low in _SEEKING:
            return True
    return False
