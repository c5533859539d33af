"""What to say instead of a finding, in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from postings.review.anchors.alternatives import small
from postings.review.language import Analysis, Stretch
from postings.review.matchers import phrases
from postings.review.model import Replacement, Style
from postings.review.rewording import book
from postings.review.rulebook import Case, Rule

_SIGNS = {"house": "*", "star": "*", "colon": ":", "underscore": "_", "slash": "/-"}
_STAR = re.compile(r"(?<=\w)\*(?=[a-zäöü])")
_MARKS = " .,;:!?"
_FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
_FAMILIAR = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]u(?:er|re)[mnrs]?)\b")


class Found(NamedTuple):
    """The words of a finding, [start, end) within its sentence."""

    start: int
    end: int

    def meets(self, one: Replacement) -> bool:
        """Whether the replacement changes one of them."""
        return any(edit.offset < self.end and self.start < edit.offset + edit.length for edit in one.edits)


def replacements(
    analysis: Analysis, rule: Rule, style: Style, start: int, end: int
) -> tuple[Replacement, ...]:
    """The first rewording around the whole finding [start, end); none where none is sure to fit."""
    first, last = analysis.sentence_at(start)
    if end > last:
        return ()
    sentence = _sentence(analysis, first, last)
    lower = small(sentence.masked)
    width = len(analysis.masked[start:end].rstrip(_MARKS))
    found = Found(start - first, start - first + width)
    for case in book.of(rule.id, rule.category):
        for offered in _offered(case, sentence, lower, found):
            if made := tuple(_signed(offered, style)):
                return tuple(one.moved(first) for one in made if _fits(one, sentence, analysis))
    return ()


def _sentence(analysis: Analysis, first: int, last: int) -> Stretch:
    """The sentence by itself, in one line."""
    masked = analysis.masked[first:last].replace("\n", " ")
    return Stretch(analysis.text[first:last], masked, 0, last - first)


def _offered(case: Case, sentence: Stretch, lower: str, found: Found) -> Iterator[tuple[Replacement, ...]]:
    """What a case puts in, for each place where it stands around the finding."""
    whole = 0, len(lower)
    if case.only and not phrases.stands(case.only, sentence, lower, *whole):
        return
    for pattern in case.patterns:
        if not pattern.may_match(lower):
            continue
        for match in pattern.regex.finditer(sentence.masked):
            if phrases.stands(case.unless, sentence, lower, *whole):
                return
            made = phrases.replacements(case, match, sentence)
            if match.start() <= found.start and found.end <= match.end() and made and found.meets(made[0]):
                yield made


def _fits(one: Replacement, sentence: Stretch, analysis: Analysis) -> bool:
    """Whether readers who are called "du" are not suddenly called "Sie"."""
    if not _FORMAL.search(one.text) or _FORMAL.search(sentence.masked):
        return True
    return not _FAMILIAR.search(analysis.masked)


def _signed(offered: tuple[Replacement, ...], style: Style) -> Iterator[Replacement]:
    """With the sign of the style in place of the star; who wants no sign gets no such form."""
    for one in offered:
        if not _STAR.search(one.text):
            yield one
        elif sign := _SIGNS.get(style):
            text = _STAR.sub(sign, one.text)
            yield replace(one, text=text, edits=tuple(replace(edit, text=text) for edit in one.edits))
