"""Regular expressions for sentences, tried only where their words stand.

`Wording` is used like a compiled expression. All of them share one index; which of them may stand in a
sentence, and where, is found once and remembered for the last few thousand sentences (see `memory`).
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from postings.review.anchors.alternatives import Alternative, alternatives, small
from postings.review.anchors.index import WordIndex
from postings.review.anchors.literals import holds
from postings.review.memory import Pieces, forget, remembered

_LONG = 5000


class Place:
    """A match in a line, as it stands in the whole text."""

    __slots__ = ("_by", "_match")

    def __init__(self, by: int, match: re.Match[str]) -> None:
        self._by = by
        self._match = match

    def __getitem__(self, name: str) -> Any:
        return self._match[name]

    def group(self) -> str:
        """The words."""
        return self._match.group()

    def start(self, name: str | int = 0) -> int:
        """Where a group begins."""
        return self._by + self._match.start(name)

    def end(self, name: str | int = 0) -> int:
        """Where a group ends."""
        return self._by + self._match.end(name)

    def span(self) -> tuple[int, int]:
        """Begin and end."""
        return self.start(), self.end()

    @property
    def match(self) -> re.Match[str]:
        """The match in its line."""
        return self._match


def places(
    rows: Pieces, expression: re.Pattern[str], needs: re.Pattern[str] | None = None
) -> Iterator[Place]:
    """Every place of an expression that never goes beyond its line; `needs` is a quick look at the line."""
    return (Place(by, match) for by, match in rows.each(_all_of(expression, needs)))


@functools.cache
def _all_of(
    expression: re.Pattern[str], needs: re.Pattern[str] | None
) -> Callable[[str], tuple[re.Match[str], ...]]:
    if needs is None:
        return lambda line: tuple(expression.finditer(line))
    return lambda line: tuple(expression.finditer(line)) if needs.search(line) else ()


_all: list[Wording] = []


class Wording:
    """An expression that is asked of many sentences."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern = expression
        self._flags = flags
        self.number = len(_all)
        self.alternatives = alternatives(self.number, expression, flags)
        _all.append(self)
        _index.cache_clear()
        forget()

    @functools.cached_property
    def regex(self) -> re.Pattern[str]:
        """The whole expression, compiled where it is first found: few are, in most texts."""
        return re.compile(self.pattern, self._flags)

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first place in a sentence."""
        there = _there(sentence)
        found = there.found.get(self.number)
        if isinstance(found, list):
            found = there.found[self.number] = self._first(sentence, there.lower, found)
        return found

    def finditer(self, sentence: str) -> Iterator[re.Match[str]]:
        """Every place in a sentence."""
        first = self.search(sentence)
        return self.regex.finditer(sentence, first.start()) if first else iter(())

    def search_text(self, text: str, lower: str) -> re.Match[str] | None:
        """The first place in a whole text; `lower` is it in small letters."""
        there = [one for one in self.alternatives if holds(one.needs, lower)]
        return self._first(text, lower, there) if there else None

    def in_rows(self, rows: Pieces) -> Iterator[Place]:
        """Every place in the lines of a text, of which it needs one."""
        for by, line in rows.by(standing).get(self.number, ()):
            for match in self.finditer(line):
                yield Place(by, match)

    def _first(self, text: str, lower: str, there: list[Alternative]) -> re.Match[str] | None:
        """The first place, if only these of its alternatives may stand there."""
        begins = [at for one in there if (at := one.begin(text, lower)) is not None]
        return self.regex.search(text, min(begins)) if begins else None


class Standing(NamedTuple):
    """The wordings whose words stand in a sentence, by number: those of their alternatives that may match,
    and once these were tried, what was found. `lower` is the sentence in small letters.
    """

    lower: str
    found: dict[int, list[Alternative] | re.Match[str] | None]


def standing(sentence: str) -> list[int]:
    """The numbers of the wordings that may stand in a sentence, without those that were tried in vain."""
    return [number for number, found in _there(sentence).found.items() if found is not None]


def _there(sentence: str) -> Standing:
    return _standing(sentence) if len(sentence) < _LONG else _look(sentence)


def _look(sentence: str) -> Standing:
    index, entries = _index()
    lower = small(sentence)
    there: defaultdict[int, list[Alternative]] = defaultdict(list)
    for number in index.candidates(lower):
        there[entries[number].owner].append(entries[number])
    return Standing(lower, dict(there))


_standing = remembered(_look)


@functools.lru_cache(maxsize=1)
def _index() -> tuple[WordIndex, list[Alternative]]:
    entries = [one for wording in _all for one in wording.alternatives]
    return WordIndex(entries), entries
