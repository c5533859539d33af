"""How an element is stated: with the sentence that says it, or not at all."""

from __future__ import annotations

from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element


def stated(ad: Ad, sentence: Sentence | None) -> Element:
    """Present with its sentence, or missing."""
    return Element("present", ad.quote(sentence)) if sentence else Element("missing")
