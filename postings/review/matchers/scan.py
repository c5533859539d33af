"""One look at one text: what all matchers share, and what they give back."""

from __future__ import annotations

import bisect
import datetime
import functools
from dataclasses import dataclass, field

from postings.review import generic_masculine
from postings.review.anchors.alternatives import small
from postings.review.cutting import frames
from postings.review.generic_masculine import Hit
from postings.review.language import Analysis
from postings.review.model import Replacement, Severity, Style
from postings.review.rulebook import Pattern


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
    _anywhere: dict[int, bool] = field(default_factory=dict, repr=False)

    @functools.cached_property
    def lower(self) -> str:
        """The masked text in small letters, every offset kept."""
        return small(self.analysis.masked)

    @functools.cached_property
    def person_nouns(self) -> list[Hit]:
        """Every generic masculine form, found once for all rules about them."""
        return list(generic_masculine.find(self.analysis, self.style))

    @functools.cached_property
    def _sections(self) -> list[tuple[int, frames.Section]]:
        """Where each part of the ad begins, and what it is; a paragraph after a list begins a new one."""
        masked = self.analysis.masked
        found: list[tuple[int, frames.Section]] = []
        kinds: list[str] = []  # of the lines since the last heading
        for line in self.analysis.lines:
            if line.kind == "heading" and not line.is_title:
                found.append((line.start, frames.section(masked[line.start : line.end])))
                kinds = []
            elif line.kind == "text" and kinds[-1:] == ["blank"] and "bullet" in kinds:
                found.append((line.start, ""))
                kinds = []
            else:
                kinds.append(line.kind)
        return found

    def section_at(self, offset: int) -> frames.Section:
        """The part of the ad that holds this offset: tasks, profile, offer."""
        index = bisect.bisect_right(self._sections, offset, key=lambda each: each[0]) - 1
        return self._sections[index][1] if index >= 0 else ""

    def anywhere(self, patterns: tuple[Pattern, ...]) -> bool:
        """Whether one of the wordings stands somewhere in the text."""
        known = self._anywhere.get(id(patterns))
        if known is None:
            masked, lower = self.analysis.masked, self.lower
            known = any(p.may_match(lower) and p.regex.search(masked) for p in patterns)
            self._anywhere[id(patterns)] = known
        return known


def moved(match: Match, by: int) -> Match:
    """A match found in a part of the text, as it stands in the whole."""
    if not by:
        return match
    replacements = tuple(one.moved(by) for one in match.replacements)
    return Match(match.start + by, match.end + by, replacements, match.note, match.severity)
