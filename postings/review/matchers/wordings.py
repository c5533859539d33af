"""All wordings of some rules, looked for together, sentence by sentence.

The index says which of them may stand in a sentence, by its words; only these are tried, so the time hardly
depends on how many rules there are. What was found in a sentence is remembered: of a text that comes back
after an edit only the changed sentences are read again (see `memory`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from postings.review.anchors.alternatives import small
from postings.review.anchors.index import WordIndex
from postings.review.cutting import frames
from postings.review.language import Stretch
from postings.review.matchers import phrases
from postings.review.matchers.scan import Match, Scan, moved
from postings.review.memory import remembered
from postings.review.rulebook import Case, Rule


class Found(NamedTuple):
    """What one wording found in a sentence, whatever the rest of the text says."""

    rule: int
    case: Case
    match: Match
    frame: frames.Frame = "demand"  # what the sentence does, for a theme


class Wordings:
    """The wordings of some rules."""

    def __init__(self, rules: tuple[Rule, ...], *, remembers: bool = True) -> None:
        self.rules = rules
        self._entries = [
            (number, rule, case, pattern)
            for number, rule in enumerate(self.rules)
            for case in rule.cases
            for pattern in case.patterns
        ]
        self._index = WordIndex([pattern for *_, pattern in self._entries])
        self._read = remembered(self._read_anew) if remembers else self._read_anew

    def find(self, scan: Scan) -> Iterator[tuple[int, Match]]:
        """What the rules find, each as (number of the rule, match), sentence by sentence."""
        for offset, stretch in scan.analysis.stretches():
            if found := self._read(stretch):
                holding = [one for one in found if self._holds(one, scan, offset + stretch.start)]
                for number, match in _widest(holding):
                    yield number, moved(match, offset)

    def _holds(self, one: Found, scan: Scan, offset: int) -> bool:
        """Whether the rest of the text is as the rule asks."""
        rule = self.rules[one.rule]
        if rule.matcher == "theme" and not frames.holds(scan.section_at(offset), one.frame, rule.category):
            return False
        return not (
            (rule.unless_text and scan.anywhere(rule.unless_text))
            or (rule.only_text and not scan.anywhere(rule.only_text))
            or (one.case.only_text and not scan.anywhere(one.case.only_text))
        )

    def _read_anew(self, stretch: Stretch) -> tuple[Found, ...]:
        lower = small(stretch.masked)
        found: list[Found] = []
        frame: frames.Frame | None = None
        for at in self._index.candidates(lower):
            number, rule, case, pattern = self._entries[at]
            matches = list(phrases.find(rule, case, pattern, stretch, lower))
            if matches and rule.matcher == "theme":
                frame = frame or frames.frame(stretch.masked[stretch.start : stretch.end])
                if frame in ("task", "welcome"):
                    continue
            found += [Found(number, case, match, frame or "demand") for match in matches]
        return tuple(found)


def _widest(found: list[Found]) -> Iterator[tuple[int, Match]]:
    """Of the matches of one rule that overlap the first and widest."""
    end: dict[int, int] = {}
    for one in sorted(found, key=lambda one: (one.match.start, -one.match.end)):
        if one.match.start >= end.get(one.rule, 0):
            end[one.rule] = one.match.end
            yield one.rule, one.match


@functools.lru_cache(maxsize=16)
def of(rules: tuple[Rule, ...]) -> Wordings:
    """The wordings of these rules, put together once."""
    return Wordings(rules)


@functools.lru_cache(maxsize=1000)
def of_one(rule: Rule) -> Wordings:
    """The wordings of one rule, for a sentence now and then."""
    return Wordings((rule,), remembers=False)
