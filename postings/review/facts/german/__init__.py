"""German: the level asked for, in letters or in words, and the level that the tasks need."""

from __future__ import annotations

from typing import Any

from postings.review.facts.ad import Ad
from postings.review.facts.german.asking import asked
from postings.review.facts.german.level import level
from postings.review.facts.german.needed import needed
from postings.review.facts.german.wording import converted

__all__ = ["asked", "converted", "facts", "level"]


def facts(ad: Ad) -> dict[str, Any]:
    """language_level, language_asked_as, language_level_meant."""
    found = level(ad)
    sentence = asked(ad)
    meant = converted(sentence.text) if sentence and not found else None
    return {
        "language_level": found.level if found else None,
        "language_asked_as": found.words if found else meant.words if meant else None,
        "language_level_meant": meant.level if meant else None,
    }


def level_needed(ad: Ad, title: str | None) -> dict[str, Any]:
    """language_level_needed: what the tasks need at most, and why; None where the job is not known."""
    return {"language_level_needed": needed(ad, title)}
