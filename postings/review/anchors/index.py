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
from typing import Protocol

from postings.review.anchors.literals import END, START, Row, anchors, holds

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[^\w\s]")
_REMEMBERED = 20_000
_LONG = 60
_TELLING = 3  # letters of a piece that is looked up as the second of a wording
_LEVELS = 3
_Bits = int  # a set of numbers of wordings: bit 5 is set where number 5 is in it
Hits = tuple[_Bits, _Bits, _Bits]  # of a word: the wordings whose first, second, third row has it


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

    Up to three rows of each wording are looked up word by word, so that it is hardly ever thought of where
    only one or two of its words stand.
    """

    def __init__(self, wordings: Sequence[Sought]) -> None:
        self._wordings = wordings
        found = [_looked_up(one) for one in wordings]
        rows = [rows for rows, _ in found]
        self._words = _Words(rows)
        self._signs = _signs((("",) if not pieces and not signs else signs) for (pieces, *_), signs in found)
        self._few = [_bits(number for number, own in enumerate(rows) if len(own) < n) for n in (2, 3)]
        self._numeric = _bits(number for number, one in enumerate(wordings) if one.needs_digit)
        self._of_word = functools.lru_cache(maxsize=_REMEMBERED)(self._words.of)
        self._rest: dict[int, tuple[Row, ...]] = {}

    def candidates(self, lower: str) -> list[int]:
        """The wordings that may stand in this text (in small letters), in order."""
        found = self._by_words(lower)
        if found & self._numeric and not _DIGIT.search(lower):
            found &= ~self._numeric
        return [number for number in _numbers(found) if holds(self._rest_of(number), lower)]

    def _by_words(self, lower: str) -> _Bits:
        first = self._by_signs(lower)
        second, third = self._few
        for word in set(_WORD.findall(lower)):
            if hits := self._of_word(word) if len(word) <= _LONG else self._of_long(word):
                one, two, three = hits
                first |= one
                if two:  # large sets are copied
                    second |= two
                if three:
                    third |= three
        return first & second & third

    def _by_signs(self, lower: str) -> _Bits:
        found = 0
        for sign, rows in self._signs:
            if sign in lower:
                for row, numbers in rows:
                    if row in lower:
                        found |= numbers
        return found

    def _rest_of(self, number: int) -> tuple[Row, ...]:
        """What a wording needs beyond the words it was looked up by."""
        rest = self._rest.get(number)
        if rest is None:
            one = self._wordings[number]
            known = {_bare(row) for row in _looked_up(one)[0]}
            rest = self._rest[number] = tuple(row for row in one.needs if row not in known)
        return rest

    def _of_long(self, word: str) -> Hits:
        """A row of letters without end, in parts that overlap."""
        longest = self._words.longest
        parts = {word[at : at + _LONG + longest] for at in range(0, len(word), _LONG)}
        return _together(filter(None, map(self._words.of, parts)))


def _looked_up(one: Sought) -> tuple[tuple[Row, ...], Row]:
    """The rows of words by which a wording is found, and the signs of it if it has no such words."""
    if words := one.words:
        return words[:_LEVELS], ()
    pieces, signs = anchors(one.needs)
    return (pieces, *(row for row in one.needs if row != _bare(pieces) and _is_telling(row)))[:_LEVELS], signs


def _together(hits: Iterable[Hits]) -> Hits:
    one = two = three = 0
    for first, second, third in hits:
        one, two, three = one | first, two | second, three | third
    return one, two, three


def _is_telling(row: Row) -> bool:
    """Whether a row holds nothing but pieces of words, and no short ones, which stand everywhere."""
    return all(len(piece) >= _TELLING and _WORD.fullmatch(piece) for piece in row)


def _bits(numbers: Iterable[int]) -> _Bits:
    every = sorted(numbers)
    bits = bytearray(every[-1] // 8 + 1 if every else 0)
    for number in every:
        bits[number // 8] |= 1 << number % 8
    return int.from_bytes(bits, "little")


def _numbers(bits: _Bits) -> Iterator[int]:
    """The numbers in a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _signs(rows: Iterable[Sequence[str]]) -> list[tuple[str, list[tuple[str, _Bits]]]]:
    """The wordings by what they need that is no word, below the one sign of it that is looked for first."""
    numbers: defaultdict[str, _Bits] = defaultdict(int)
    for number, row in enumerate(rows):
        for sign in row:
            numbers[sign] |= 1 << number
    found: defaultdict[str, list[tuple[str, _Bits]]] = defaultdict(list)
    for sign, own in numbers.items():
        odd = _SIGN.search(sign)
        found[odd.group() if odd else sign].append((sign, own))
    return list(found.items())


def _bare(pieces: Row) -> Row:
    """Pieces as `needs` has them."""
    return tuple(piece.strip(START + END) for piece in pieces)


class _Words:
    """The numbers of wordings by pieces of words, which may be marked (see `literals.marked`)."""

    def __init__(self, wordings: Iterable[Sequence[Row]]) -> None:
        every: defaultdict[str, tuple[list[int], ...]] = defaultdict(lambda: ([], [], []))
        for number, rows in enumerate(wordings):
            for level, row in enumerate(rows):
                for piece in row:
                    every[piece][level].append(number)
        hits = {piece: (_bits(one), _bits(two), _bits(three)) for piece, (one, two, three) in every.items()}
        self._whole = {piece[1:-1]: own for piece, own in hits.items() if _is_whole(piece)}
        self._pieces = _Pieces({piece: own for piece, own in hits.items() if piece[0] != START})
        self._beginnings = _Pieces(
            {piece[1:]: own for piece, own in hits.items() if piece[0] == START and piece[-1] != END}
        )
        self.longest = max(map(len, every), default=1)

    def of(self, word: str) -> Hits | None:
        """The wordings of every piece that stands in a word."""
        found = [self._whole[word]] if word in self._whole else []
        found += self._beginnings.at(word, 0)
        for at in range(len(word)):
            found += self._pieces.at(word, at)
        return _together(found) if found else None


def _is_whole(piece: str) -> bool:
    return piece[0] == START and piece[-1] == END


class _Pieces:
    """What is known by pieces of words, found by their first letters."""

    def __init__(self, known: Mapping[str, Hits]) -> None:
        self._letters = min((len(piece.strip(END)) for piece in known), default=1)
        found: defaultdict[str, list[tuple[str, bool, Hits]]] = defaultdict(list)
        for marked, own in known.items():
            piece = marked.strip(END)
            found[piece[: self._letters]].append((piece, marked != piece, own))
        self._by_start = dict(found)

    def at(self, word: str, place: int) -> Iterator[Hits]:
        """What is known by each piece that stands in a word at this place."""
        for piece, is_end, own in self._by_start.get(word[place : place + self._letters], ()):
            if word.startswith(piece, place) and not (is_end and place + len(piece) < len(word)):
                yield own
