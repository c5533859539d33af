"""Which wordings may stand in a text: each word form is looked up once, and remembered.

An anchor is a piece of a word, or a sign. The pieces of a new word are looked up in a table, so the time
depends on the length of the text and on what is found in it, not on how many wordings there are. Words are
remembered up to a fixed number; no text is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from postings.review.anchors.literals import END, START, Row, anchors, holds
from postings.review.anchors.pieces import LEVELS, Bits, Hits, Pieces, bits, members, together
from postings.review.memory import remembered

_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_REMEMBERED = 20_000
_LONG = 60
_LONGEST = 2000  # letters of a sentence whose words are kept
_FEW = 8  # pieces that are quicker looked for than a wording is tried


class Sought(Protocol):
    """What an index must know of a wording."""

    @property
    def needs(self) -> tuple[Row, ...]:
        """Of each row one piece stands in every match; asked where the words alone do not settle it."""

    @property
    def words(self) -> tuple[Row, ...]:
        """Rows of pieces of words, marked; the rarest first."""

    @property
    def needs_digit(self) -> bool:
        """Whether a digit stands in every match."""


class WordIndex:
    """Wordings by number, looked up by the pieces of words they need (see `literals`).

    Up to four rows of each wording are looked up word by word, so that it is hardly ever thought of where
    only some of its words stand.
    """

    def __init__(self, wordings: Sequence[Sought]) -> None:
        self._wordings = wordings
        rows = [_looked_up(one) for one in wordings]
        self._pieces = Pieces(rows)
        self._few = [
            bits(number for number, own in enumerate(rows) if len(own) <= level) for level in range(LEVELS)
        ]
        self._numeric = bits(number for number, one in enumerate(wordings) if one.needs_digit)
        self._known: dict[str, Hits] = {}
        self._silent: set[str] = set()  # words that are in no wording, as most are
        self._rest: dict[int, tuple[Row, ...]] = {}

    def candidates(self, lower: str) -> list[int]:
        """The wordings that may stand in this text (in small letters), in order."""
        found = self._by_words(lower)
        if found & self._numeric and not _DIGIT.search(lower):
            found &= ~self._numeric
        return [number for number in members(found) if self._is_whole(number, lower)]

    def _by_words(self, lower: str) -> Bits:
        first, second, third, fourth = self._few
        for word in _words_of(lower.strip()).difference(self._silent):
            one, two, three, four = self._known.get(word) or self._learnt(word)
            if one:  # large sets are copied
                first |= one
            if two:
                second |= two
            if three:
                third |= three
            if four:
                fourth |= four
        return first & second & third & fourth

    def _learnt(self, word: str) -> Hits:
        """What a new word is a piece of, remembered from now on."""
        if len(word) > _LONG:
            return self._of_long(word)
        if len(self._known) + len(self._silent) >= _REMEMBERED:
            self._known, self._silent = {}, set()
        hits = self._pieces.of(word)
        if any(hits):
            self._known[word] = hits
        else:
            self._silent.add(word)
        return hits

    def _is_whole(self, number: int, lower: str) -> bool:
        """Whether there is also what a wording needs beyond the words it was looked up by."""
        rest = self._rest.get(number)
        if rest is None:
            one = self._wordings[number]
            known = {_bare(row) for row in _looked_up(one)}
            rest = self._rest[number] = tuple(
                row for row in one.needs if len(row) <= _FEW and frozenset(row) not in known
            )
        return not rest or holds(rest, lower)

    def _of_long(self, word: str) -> Hits:
        """A row of letters without end, in parts that overlap."""
        longest = self._pieces.longest
        parts = {word[at : at + _LONG + longest] for at in range(0, len(word), _LONG)}
        return together(map(self._pieces.of, parts))


def _words_of(lower: str) -> frozenset[str]:
    """The words and signs of a text: several indexes ask for those of one sentence."""
    return _lately_cut(lower) if len(lower) < _LONGEST else _cut(lower)


def _cut(lower: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(lower))


_lately_cut = remembered(_cut)


def _looked_up(one: Sought) -> tuple[Row, ...]:
    """The rows by which a wording is found."""
    return (one.words or anchors(one.needs))[:LEVELS]


def _bare(pieces: Row) -> frozenset[str]:
    """Pieces as `needs` has them."""
    return frozenset(piece.strip(START + END) for piece in pieces)
