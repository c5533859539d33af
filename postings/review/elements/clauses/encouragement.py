"""People with migration history are invited to apply, by name, not in a list of grounds."""

from __future__ import annotations

import re

from postings.review.anchors.tables import Tables
from postings.review.elements.clauses import grounds, near
from postings.review.elements.clauses.candidates import ASKED_OF_YOU, CALLS, candidates
from postings.review.elements.stating import stated
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_TABLES = Tables(__file__)
_INVITES = _TABLES.wording("invites")
_NEXT_INVITES = _TABLES.pattern("next_invites")
_MIGRATION = _TABLES.wording("migration")
_EXPLICIT = _TABLES.wording("explicit")
_AGAINST = _TABLES.pattern("against")
# "Bei uns sind es leider noch wenige: Wir bitten Sie herzlich um Ihre Bewerbung."
_BIDS = re.compile(
    r"(?:bitten|freuen|ermutig|ermunter|begrüß|laden)\w*\b[^.;]*bewerb|willkommen", re.IGNORECASE
)
_CROWD = _TABLES.pattern("crowd")
# Whom the work is for.
_SERVED = re.compile(
    r"\b(?:kinder\w*|jugendliche\w*|familien|schüler\w*|mütter\w*|väter\w*) mit (?:\w+ )?"
    r"(?:migr|einwander|zuwander|flucht)|"
    r"\b(?:zugewander|eingewander|geflüchtet|geflohen)\w+ "
    r"(?:kinder|jugendliche|familien|schüler|mütter|väter)",
    re.IGNORECASE,
)
_WARM = _TABLES.pattern("warm")
_HELPED = _TABLES.pattern("helped")
_ENCOURAGED = _TABLES.pattern("encouraged")
_NAMED = re.compile(
    r"^(?:\w+, ){0,5}(?:\w*migrant|people of color|(?:menschen|leute|personen) mit (?:\w+ )?"
    r"(?:migr|einwander|zuwander))",
    re.IGNORECASE,
)
_CALL = 60


def encouragement(ad: Ad, facts: dict[str, object]) -> Element:
    """People with migration history are invited to apply, by name, not in a list of grounds."""
    every = [s for s in candidates(ad, _MIGRATION) if _is_meant(s)]
    for says in (_invites, _is_called, _among_clauses):
        if found := next((s for s in every if says(ad, s)), None):
            return stated(ad, found)
    return Element("missing")


def _is_meant(sentence: Sentence) -> bool:
    """Whether people with migration history may be meant as those who apply."""
    text = sentence.text
    if (_AGAINST.search(text) and not _BIDS.search(text)) or _CROWD.search(text):
        return False
    if (ASKED_OF_YOU.search(text) or _SERVED.search(text) or sentence.kind == "heading") and not _WARM.search(
        text
    ):
        return False
    if _EXPLICIT.search(text) or (_ENCOURAGED.search(text) and len(grounds.named(text)) <= 1):
        return True
    return not (len(grounds.named(text)) > 1 or grounds.LISTS.search(text))


def _invites(ad: Ad, sentence: Sentence) -> bool:
    """The sentence itself invites."""
    return bool(_INVITES.search(sentence.text))


def _is_called(ad: Ad, sentence: Sentence) -> bool:
    """The sentence before or after it invites."""
    text = sentence.text
    before = ad.before(sentence)
    if before and len(before.text) < _CALL and CALLS.search(before.text) and _NAMED.search(text):
        return True
    after = ad.after(sentence)
    if after and text.rstrip().endswith("?") and after.text.rstrip().endswith("?"):
        after = ad.after(after)  # "Sie sind eingewandert? Oder Ihre Eltern? Dann bewerben Sie sich."
    return bool(after and _NEXT_INVITES.search(after.text))


def _among_clauses(ad: Ad, sentence: Sentence) -> bool:
    """It stands in a paragraph with the clauses on others who may apply, and tells of nobody's help."""
    if _HELPED.search(sentence.text) or not _EXPLICIT.search(sentence.text):
        return False
    return near.has_clauses(ad, sentence)
