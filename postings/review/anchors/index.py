"""Which wordings may stand in a text: each word form is looked up once, and remembered.

An anchor is a piece of a word. The pieces of a new word are looked up in a table, so the time depends on the
length of the text and on what is found in it, not on how many wordings there are. Words are remembered up
to a fixed number; no text is.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from postings.review.anchors.literals import END, START, Row, anchors, holds

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_REMEMBERED = 50_000
_LONG = 60


class WordIndex:
    """Wordings by number, looked up by the pieces of words they need (see `literals`)."""

    def __init__(self, wordings: Sequence[tuple[Sequence[Row], Row]], numeric: Iterable[int] = ()) -> None:
        """`numeric`: the numbers of those that need a digit."""
        rows = [(words, ()) if words else anchors(needs) for needs, words in wordings]
        every: defaultdict[str, list[int]] = defaultdict(list)
        by_sign: defaultdict[str, list[int]] = defaultdict(list)
        for number, (pieces, signs) in enumerate(rows):
            for piece in pieces:
                every[piece].append(number)
            for sign in signs if pieces or signs else ("",):
                by_sign[sign].append(number)
        self._by_sign = tuple(by_sign.items())
        self._words = {
            piece.strip(START + END): tuple(numbers)
            for piece, numbers in every.items()
            if piece[0] == START and piece[-1] == END
        }
        self._pieces = _Pieces({piece: n for piece, n in every.items() if piece[0] != START})
        self._beginnings = _Pieces(
            {piece[1:]: n for piece, n in every.items() if piece[0] == START and piece[-1] != END}
        )
        self._longest = max(map(len, every), default=1)
        self._numeric = frozenset(numeric)
        self._rest = [
            tuple(one for one in needs if one != _bare(pieces))
            for (needs, _), (pieces, _) in zip(wordings, rows, strict=True)
        ]
        self._alone = frozenset(number for number, rows in enumerate(self._rest) if not rows)
        self._of_word = functools.lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def candidates(self, lower: str) -> list[int]:
        """The wordings that may stand in this text (in small letters), in order."""
        found: set[int] = set()
        for word in _WORD.findall(lower):
            found.update(self._of_word(word) if len(word) <= _LONG else self._of_long(word))
        for sign, numbers in self._by_sign:
            if sign in lower:
                found.update(numbers)
        if not _DIGIT.search(lower):
            found -= self._numeric
        rest = self._rest
        return [number for number in sorted(found) if number in self._alone or holds(rest[number], lower)]

    def _look_up(self, word: str) -> tuple[int, ...]:
        found = set(self._words.get(word, ()))
        found.update(*self._beginnings.at(word, 0))
        for at in range(len(word)):
            found.update(*self._pieces.at(word, at))
        return tuple(found)

    def _of_long(self, word: str) -> set[int]:
        """A row of letters without end, in parts that overlap."""
        found: set[int] = set()
        parts = {word[at : at + _LONG + self._longest] for at in range(0, len(word), _LONG)}
        for part in parts:
            found.update(self._look_up(part))
        return found


def _bare(pieces: Row) -> Row:
    """Pieces as `needs` has them."""
    return tuple(piece.strip(START + END) for piece in pieces)


class _Pieces:
    """Numbers by pieces of words, found by their first letters."""

    def __init__(self, numbers: Mapping[str, Sequence[int]]) -> None:
        self._letters = min((len(piece.strip(END)) for piece in numbers), default=1)
        found: defaultdict[str, list[tuple[str, bool, tuple[int, ...]]]] = defaultdict(list)
        for marked, own in numbers.items():
            piece = marked.strip(END)
            found[piece[: self._letters]].append((piece, marked != piece, tuple(own)))
        self._by_start = dict(found)

    def at(self, word: str, place: int) -> Iterator[tuple[int, ...]]:
        """The numbers of each piece that stands in a word at this place."""
        for piece, is_end, numbers in self._by_start.get(word[place : place + self._letters], ()):
            if word.startswith(piece, place) and not (is_end and place + len(piece) < len(word)):
                yield numbers
