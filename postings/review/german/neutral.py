"""Neutral wording for a person noun, where there is a good one that fits case and number."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.agreement import Context
from postings.review.german.pronouns import Follower
from postings.review.model import Replacement


def replacements(context: Context, followers: Sequence[Follower], *, only_good: bool) -> list[Replacement]:
    """The neutral replacements, best first."""
    return []
