"""Which wordings may stand in a text: each word form is looked up once, and remembered.

An anchor is a piece of a word. The pieces of a new word are looked up in a table, so the time depends on the
length of the text and on what is found in it, not on how many wordings there are. Words are remembered up
to a fixed number; no text is.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Sequence

from postings.review.anchors.literals import Row, anchors, holds

_WORD = re.compile(r"\w+")
_REMEMBERED = 50_000
_LONG = 60
_NOTHING: tuple[tuple[str, tuple[int, ...]], ...] = ()


class WordIndex:
    """Wordings by number, looked up by the pieces of words they need (see `literals.needs`)."""

    def __init__(self, wordings: Sequence[Sequence[Row]]) -> None:
        by_start: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        by_sign: defaultdict[str, list[int]] = defaultdict(list)
        rows = [anchors(needs) for needs in wordings]
        self._shortest = min((len(piece) for pieces, _ in rows for piece in pieces), default=1)
        self._longest = max((len(piece) for pieces, _ in rows for piece in pieces), default=1)
        for number, (pieces, signs) in enumerate(rows):
            for piece in pieces:
                by_start[piece[: self._shortest]].setdefault(piece, []).append(number)
            for sign in signs if pieces or signs else ("",):
                by_sign[sign].append(number)
        self._by_sign = tuple(by_sign.items())
        self._by_start = {
            start: tuple((piece, tuple(numbers)) for piece, numbers in found.items())
            for start, found in by_start.items()
        }
        self._rest = [
            tuple(one for one in needs if one != pieces)
            for needs, (pieces, _) in zip(wordings, rows, strict=True)
        ]
        self._of_word = functools.lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def candidates(self, lower: str) -> list[int]:
        """The wordings that may stand in this text (in small letters), in order."""
        found: set[int] = set()
        for word in _WORD.findall(lower):
            found.update(self._of_word(word) if len(word) <= _LONG else self._of_long(word))
        for sign, numbers in self._by_sign:
            if sign in lower:
                found.update(numbers)
        return [number for number in sorted(found) if holds(self._rest[number], lower)]

    def _look_up(self, word: str) -> tuple[int, ...]:
        found: set[int] = set()
        shortest, by_start = self._shortest, self._by_start
        for at in range(len(word) - shortest + 1):
            for piece, numbers in by_start.get(word[at : at + shortest], _NOTHING):
                if word.startswith(piece, at):
                    found.update(numbers)
        return tuple(found)

    def _of_long(self, word: str) -> set[int]:
        """A row of letters without end, in parts that overlap."""
        found: set[int] = set()
        parts = {word[at : at + _LONG + self._longest] for at in range(0, len(word), _LONG)}
        for part in parts:
            found.update(self._look_up(part))
        return found
