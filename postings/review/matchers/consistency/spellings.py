"""One word in two spellings: "Online-Portal" and "Onlineportal", "E-Mail" and "Email"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement

_WORD = re.compile(r"(?<![\w@./*:_-])[A-ZÄÖÜ]\w*(?:-\w+)*(?![\w@*:_/-]|\.\w)")
_SHORTEST = 5
_MAX = 50


def find(scan: Scan) -> Iterator[Match]:
    """The rarer spellings of a word that is written with and without a hyphen."""
    every = list(scan.analysis.rows.each(_read))
    parted = {word for _, line in every for word in line.parted}
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for by, line in every:
        if not parted.isdisjoint(line.bare):
            for word in line.words:
                if word.bare in parted:
                    places[word.bare].append((by + word.start, word.spelling))
    for found in places.values():
        spellings = Counter(spelling for _, spelling in found)
        if len({spelling.lower() for spelling in spellings}) > 1:
            wanted = max(spellings, key=lambda spelling: (spellings[spelling], "-" in spelling))
            yield from (_put(start, word, wanted) for start, word in found[:_MAX] if word != wanted)


class _Word(NamedTuple):
    """A word in a line; `bare` is the same for all its spellings."""

    bare: str
    spelling: str
    start: int


class _Line(NamedTuple):
    """The words of a line, what they have in common with others, and of which there is a hyphen in one."""

    words: tuple[_Word, ...]
    bare: frozenset[str]
    parted: frozenset[str]


def _read(line: str) -> tuple[_Line]:
    words = _words(line)
    parted = frozenset(word.bare for word in words if "-" in word.spelling)
    return (_Line(words, frozenset(word.bare for word in words), parted),)


def _words(line: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(match.group().replace("-", "").lower(), match.group(), match.start())
        for match in _WORD.finditer(line)
        if match.end() - match.start() >= _SHORTEST
    )


def _put(start: int, word: str, wanted: str) -> Match:
    edit = Edit(start, len(word), wanted)
    return Match(start, start + len(word), (Replacement("neutral", wanted, True, (edit,)),))
