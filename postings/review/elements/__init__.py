"""The required elements of an ad: present, missing, or not asked for in this ad."""

from __future__ import annotations

from collections.abc import Callable

from postings.review.elements import conditions
from postings.review.elements.clauses.disability import disability
from postings.review.elements.clauses.encouragement import encouragement
from postings.review.elements.clauses.equality import equality
from postings.review.elements.placing import Given, suggest
from postings.review.elements.sentences import Sentences, default
from postings.review.facts.ad import Ad
from postings.review.model import Element

ELEMENTS: dict[str, Callable[[Ad, dict[str, object]], Element]] = {
    "encouragement": encouragement,
    "disability_clause": disability,
    "equality_clause": equality,
    "pay": conditions.pay,
    "working_time": conditions.working_time,
    "language_cefr": conditions.language,
    "foreign_qualifications": conditions.foreign,
    "contact_person": conditions.contact,
    "deadline": conditions.deadline,
    "application_way": conditions.application_way,
}


def find(
    ad: Ad, facts: dict[str, object], given: Given | None = None, sentences: Sentences | None = None
) -> dict[str, Element]:
    """Every element by its id; those that are missing with a ready sentence, if the text is given."""
    found = {name: finder(ad, facts) for name, finder in ELEMENTS.items()}
    return suggest(ad, found, facts, sentences or default(), given) if given else found
