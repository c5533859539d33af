"""review(text) -> Review."""

from __future__ import annotations

import datetime

from postings.review.model import Review, Style


def review(text: str, *, style: Style = "house", date: datetime.date | None = None, lang: str = "de") -> Review:
    """Review one text."""
    return Review(text=text, style=style, date=date or datetime.date.today(), lang=lang)


def fix(result: Review, *, scope: str = "generic-masculine") -> str:
    """The text with the first safe replacements applied."""
    return result.text
