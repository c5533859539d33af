"""The generic masculine in a text, with replacements in the asked style: find(analysis, style) -> hits.

A text is read in passages, each with a sentence or two around it; what was found in one is remembered, so
that of a text that comes back after an edit only the passages around the edit are read again. A sentence
that begins with a pronoun stays with the sentence before it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import NamedTuple

from postings.review.german import finding
from postings.review.german.finding import Hit, Part
from postings.review.german.reading import seeking
from postings.review.german.reading.scan import scan
from postings.review.german.replacing.pronouns import STANDING
from postings.review.language import Analysis
from postings.review.memory import remembered
from postings.review.model import Style

__all__ = ["Hit", "find"]

_FIRST_WORDS = re.compile(r"\W*(\w+)(?:\W+(\w+))?(?:\W+(\w+))?(?:\W+(\w+))?")
_SECTION, _PARAGRAPH, _LONGEST = 800, 1200, 4000  # characters after which a passage may end there
_BEFORE, _AFTER = 80, 80
Spans = tuple[tuple[int, int], ...]


class Passage(NamedTuple):
    """A part of a text with its surroundings. Offsets count within it; only first to last is read."""

    text: str
    masked: str
    sentences: Spans
    lines: tuple[tuple[int, bool], ...]
    first: int
    last: int
    style: Style


def find(analysis: Analysis, style: Style) -> list[Hit]:
    """Every masculine noun that means people in general, with its pronouns and compounds, in order."""
    found = list(passages(analysis, style))
    parts = [_moved(_read(passage), by) for by, passage in found]
    return finding.weighed(parts, lambda: any(_is_open(passage.text) for _, passage in found))


def passages(analysis: Analysis, style: Style) -> Iterator[tuple[int, Passage]]:
    """The passages of a text, each with the offset at which it begins."""
    lines = [
        (line.start, line.is_title or line.kind == "heading")
        for line in analysis.lines
        if line.kind != "blank"
    ]
    ends = [*_ends(analysis), len(analysis.sentences)]
    line, first = 0, 0
    for last in ends:
        if first < last:
            begin = _begin(analysis, first)
            end = _end(analysis, last)
            while line and lines[line][0] > begin:
                line -= 1
            while line + 1 < len(lines) and lines[line + 1][0] <= begin:
                line += 1
            yield begin, _passage(analysis, style, (begin, end), (first, last), lines, line)
        first = last


def _passage(
    analysis: Analysis,
    style: Style,
    span: tuple[int, int],
    core: tuple[int, int],
    lines: list[tuple[int, bool]],
    line: int,
) -> Passage:
    begin, end = span
    first, last = core
    inside = []
    while line < len(lines) and lines[line][0] < end:
        inside.append((max(0, lines[line][0] - begin), lines[line][1]))
        line += 1
    start = analysis.sentence_index(begin)
    stop = min(last + 1, len(analysis.sentences))
    return Passage(
        analysis.text[begin:end],
        analysis.masked[begin:end],
        tuple((one - begin, min(other, end) - begin) for one, other in analysis.sentences[start:stop]),
        tuple(inside),
        analysis.sentences[first][0] - begin,
        analysis.sentences[last - 1][1] - begin,
        style,
    )


def _begin(analysis: Analysis, first: int) -> int:
    """Where the surroundings of a passage begin: a sentence or more before it."""
    at = first
    while at and analysis.sentences[first][0] - analysis.sentences[at][0] < _BEFORE:
        at -= 1
    return analysis.sentences[at][0]


def _end(analysis: Analysis, last: int) -> int:
    """Where they end: after the first words of the next sentence."""
    if last == len(analysis.sentences):
        return analysis.sentences[-1][1]
    start, end = analysis.sentences[last]
    space = analysis.masked.find(" ", start + _AFTER, end)
    return end if space < 0 else space


def _ends(analysis: Analysis) -> Iterator[int]:
    """The numbers of the sentences that begin a new passage."""
    starts = {line.start: line.kind == "heading" for line in analysis.lines if line.kind != "blank"}
    begin = 0
    for number, (start, _) in enumerate(analysis.sentences):
        length = start - begin
        if length < _SECTION or _leans(analysis.masked, start):
            continue
        if length > _LONGEST or starts.get(start) or (length > _PARAGRAPH and start in starts):
            begin = start
            yield number


def _leans(masked: str, start: int) -> bool:
    """Whether a sentence begins with a word that stands for a noun before it."""
    words = _FIRST_WORDS.match(masked, start, start + 120)
    return words is not None and any(word and word.lower() in STANDING for word in words.groups())


def _read_anew(passage: Passage) -> Part:
    words = scan(passage.masked, list(passage.sentences), list(passage.lines))
    part = finding.read(passage.text, words, passage.style)
    inside = range(passage.first, passage.last)
    starts = [word.start for word in words]
    return Part(
        tuple(hit for hit in part.hits if (hit.offset if hit.noun is None else hit.noun) in inside),
        tuple(role for role in part.roles if role.offset in inside),
        bisect.bisect_left(starts, passage.last) - bisect.bisect_left(starts, passage.first),
    )


_read = remembered(_read_anew)
_is_open = remembered(seeking.is_open)


def _moved(part: Part, by: int) -> Part:
    """A part as it stands in the whole text."""
    if not by:
        return part
    return Part(
        tuple(_moved_hit(hit, by) for hit in part.hits),
        tuple(role._replace(offset=role.offset + by) for role in part.roles),
        part.words,
    )


def _moved_hit(hit: Hit, by: int) -> Hit:
    noun = None if hit.noun is None else hit.noun + by
    replacements = tuple(one.moved(by) for one in hit.replacements)
    return Hit(hit.offset + by, hit.length, replacements, hit.kind, hit.note, hit.severity, noun)
