"""Regular expressions for sentences, tried only where their words stand.

`Wording` is used like a compiled expression. All of them share one index; which of them may stand in a
sentence, and where, is found once and remembered for the last few thousand sentences (see `memory`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from postings.review.anchors.index import WordIndex
from postings.review.anchors.literals import Row, holds, needs, needs_digit
from postings.review.memory import forget, remembered

_LONG = 5000
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

    def finditer_text(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """Every place in a whole text; `lower` is it in small letters."""
        return self.regex.finditer(text) if holds(self.needs, lower) else iter(())


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
