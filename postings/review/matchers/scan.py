"""One look at one text: what all matchers share, and what they give back."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from postings.review import generic_masculine
from postings.review.generic_masculine import Hit
from postings.review.language import Analysis
from postings.review.model import Replacement, Severity, Style
from postings.review.rulebook import Pattern

_WINDOW = 500


@dataclass(frozen=True, slots=True)
class Match:
    """A place a rule found: the marked words, what to put there, and what holds for this place only."""

    start: int
    end: int
    replacements: tuple[Replacement, ...] = ()
    note: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Scan:
    """The text under review. `dated`: the caller named the day, so days in the past are worth telling."""

    analysis: Analysis
    style: Style
    date: datetime.date
    dated: bool
    lower: str = field(default="", repr=False)

    @functools.cached_property
    def person_nouns(self) -> list[Hit]:
        """Every generic masculine form, found once for all rules about them."""
        return list(generic_masculine.find(self.analysis, self.style))

    def may_match(self, pattern: Pattern) -> bool:
        """A cheap look before the regular expression runs."""
        return not pattern.anchors or any(anchor in self.lower for anchor in pattern.anchors)

    def anywhere(self, patterns: Iterable[Pattern]) -> bool:
        """Whether one of the wordings stands somewhere in the text."""
        return any(self.may_match(p) and p.regex.search(self.analysis.masked) for p in patterns)

    def around(self, patterns: Iterable[Pattern], start: int, end: int) -> bool:
        """Whether one of the wordings stands in the sentence around these words."""
        if not patterns:
            return False
        first, last = self.sentence(start, end)
        window = self.lower[first:last]
        return any(
            (not p.anchors or any(anchor in window for anchor in p.anchors))
            and p.regex.search(self.analysis.masked, first, last)
            for p in patterns
        )

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around these words, cut where it is endless."""
        first, last = self.analysis.sentence_at(start)
        return max(first, start - _WINDOW), min(max(last, end), end + _WINDOW)

    def one_sentence(self, start: int, end: int) -> bool:
        """Whether these words stand in one sentence."""
        return end <= start or self.analysis.sentence_index(start) == self.analysis.sentence_index(end - 1)
