"""The generic masculine in a text, with replacements in the asked style: find(analysis, style) -> hits."""

from __future__ import annotations

from postings.review.german.finding import Hit, hits
from postings.review.german.reading.scan import scan
from postings.review.language import Analysis
from postings.review.model import Style

__all__ = ["Hit", "find"]


def find(analysis: Analysis, style: Style) -> list[Hit]:
    """Every masculine noun that means people in general, with its pronouns and compounds, in order."""
    lines = [
        (line.start, line.is_title or line.kind == "heading")
        for line in analysis.lines
        if line.kind != "blank"
    ]
    words = scan(analysis.masked, analysis.sentences, lines)
    return hits(analysis.text, words, style)
