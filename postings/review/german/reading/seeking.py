"""Whom an ad seeks, and whether anything in it shows that people of all genders are meant (AGG § 11)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.review.german.reading.context import is_wanted
from postings.review.german.reading.scan import Word
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


def sought(text: str, words: Sequence[Word], contexts: Sequence[Context]) -> set[int]:
    """The places of the nouns that name the sought person in an ad that speaks to men only; else nothing."""
    if len(words) < _ENOUGH or _MARK.search(text):
        return set()
    titles = [each for each in contexts if words[each.phrase.start].in_title and _begins(words, each)]
    wanted = [each for each in contexts if is_wanted(words, each.phrase) or _is_object(words, each)]
    named = {each.phrase.noun.base.lower() for each in [*titles[:1], *wanted]}
    return {each.phrase.at for each in contexts if _names(each, named)}


def _names(each: Context, named: set[str]) -> bool:
    base = each.phrase.noun.base
    low = base.lower()
    return base in _ALWAYS or any(one.endswith(low) or low.endswith(one) for one in named)


def _begins(words: Sequence[Word], each: Context) -> bool:
    return words[each.phrase.start].starts_line


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
