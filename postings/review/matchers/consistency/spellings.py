"""One word in two spellings: "Online-Portal" and "Onlineportal", "E-Mail" and "Email"."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement

_WORD = re.compile(r"[A-ZÄÖÜ](?<![\w@./*:_-].)\w*(?:-\w+)*(?![\w@*:_/-]|\.\w)")
_SHORTEST = 5
_MAX = 50


def find(scan: Scan) -> Iterator[Match]:
    """The rarer spellings of a word that is written with and without a hyphen."""
    every = list(scan.analysis.rows.each(_read))
    parted = {word for _, line in every for word in line.parted}
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for by, line in every:
        if not parted.isdisjoint(line.bare):
            for start, spelling in line.words:
                if (bare := _bare(spelling)) in parted:
                    places[bare].append((by + start, spelling))
    for found in places.values():
        spellings = Counter(spelling for _, spelling in found)
        if len({spelling.lower() for spelling in spellings}) > 1:
            wanted = max(spellings, key=lambda spelling: (spellings[spelling], "-" in spelling))
            yield from (_put(start, word, wanted) for start, word in found[:_MAX] if word != wanted)


class _Line(NamedTuple):
    """The words of a line, what they have in common with others, and of which there is a hyphen in one."""

    words: tuple[tuple[int, str], ...]
    bare: frozenset[str]
    parted: frozenset[str]


def _read(line: str) -> tuple[_Line]:
    found = ((match.start(), match.group()) for match in _WORD.finditer(line))
    words = tuple((start, spelling) for start, spelling in found if len(spelling) >= _SHORTEST)
    parted = frozenset(_bare(spelling) for _, spelling in words if "-" in spelling)
    return (_Line(words, frozenset(_bare(spelling) for _, spelling in words), parted),)


@functools.lru_cache(maxsize=20_000)
def _bare(spelling: str) -> str:
    """What is the same for all spellings of a word."""
    return spelling.replace("-", "").lower()


def _put(start: int, word: str, wanted: str) -> Match:
    edit = Edit(start, len(word), wanted)
    return Match(start, start + len(word), (Replacement("neutral", wanted, True, (edit,)),))
