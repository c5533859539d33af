"""The review of a text: pure, without Django, database or network."""

from postings.review.engine import fix, review, warm_up
from postings.review.model import Edit, Element, Finding, Replacement, Review, Source

__all__ = ["Edit", "Element", "Finding", "Replacement", "Review", "Source", "fix", "review", "warm_up"]
