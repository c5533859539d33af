"""Regular expressions for sentences, tried only where their words stand.

`Wording` is used like a compiled expression. All of them share one index; which of them may stand in a
sentence, and where, is found once and remembered for the last few thousand sentences (see `memory`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from postings.review.anchors.index import WordIndex
from postings.review.anchors.literals import Row, holds, needs, needs_digit
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


def places(rows: Pieces, expression: re.Pattern[str]) -> Iterator[Place]:
    """Every place of an expression that never goes beyond its line."""
    return (Place(by, match) for by, match in rows.each(_all_of(expression)))


@functools.cache
def _all_of(expression: re.Pattern[str]) -> Callable[[str], tuple[re.Match[str], ...]]:
    return lambda line: tuple(expression.finditer(line))


_all: list[Wording] = []
_UNREAD: Any = object()  # its words stand there, the expression was not tried yet


class Wording:
    """An expression that is asked of many sentences."""

    __slots__ = ("needs", "needs_digit", "number", "regex")

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.regex = re.compile(expression, flags)
        self.needs: tuple[Row, ...] = needs(self.regex)
        self.needs_digit = needs_digit(self.regex)
        self.number = len(_all)
        _all.append(self)
        _index.cache_clear()
        forget()

    @property
    def pattern(self) -> str:
        """The expression as it was written."""
        return self.regex.pattern

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first place in a sentence."""
        there = standing(sentence)
        found = there.get(self.number)
        if found is _UNREAD:
            found = there[self.number] = self.regex.search(sentence)
        return found

    def finditer(self, sentence: str) -> Iterator[re.Match[str]]:
        """Every place in a sentence."""
        return self.regex.finditer(sentence) if self.number in standing(sentence) else iter(())

    def search_text(self, text: str, lower: str) -> re.Match[str] | None:
        """The first place in a whole text; `lower` is it in small letters."""
        return self.regex.search(text) if holds(self.needs, lower) else None

    def in_rows(self, rows: Pieces, lower: str) -> Iterator[Place]:
        """Every place in the lines of a text, of which it needs one; `lower` is all in small letters."""
        return places(rows, self.regex) if holds(self.needs, lower) else iter(())


def standing(sentence: str) -> dict[int, re.Match[str] | None]:
    """The wordings whose words stand in a sentence, by number, with what was found of them."""
    return _standing(sentence) if len(sentence) < _LONG else _look(sentence)


def _look(sentence: str) -> dict[int, re.Match[str] | None]:
    lower = sentence.replace("İ", "i").lower()
    return dict.fromkeys(_index().candidates(lower), _UNREAD)


_standing = remembered(_look)


@functools.lru_cache(maxsize=1)
def _index() -> WordIndex:
    numeric = [wording.number for wording in _all if wording.needs_digit]
    return WordIndex([(wording.needs, ()) for wording in _all], numeric)
