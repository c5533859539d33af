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
_SIGN = re.compile(r"[^\w\s]")
_REMEMBERED = 20_000
_LONG = 60
_TELLING = 3  # letters of a piece that is looked up as the second of a wording
_Bits = int  # a set of numbers of wordings: bit 5 is set where number 5 is in it


class WordIndex:
    """Wordings by number, looked up by the pieces of words they need (see `literals`).

    Two rows of each wording are looked up word by word: the first, and of those that hold nothing but words
    the next. So a wording of two words is hardly ever thought of where only one of them stands.
    """

    def __init__(self, wordings: Sequence[tuple[Sequence[Row], Row]], numeric: Iterable[int] = ()) -> None:
        """`numeric`: the numbers of those that need a digit."""
        rows = [(words, ()) if words else anchors(needs) for needs, words in wordings]
        rest = [
            [one for one in needs if one != _bare(pieces)]
            for (needs, _), (pieces, _) in zip(wordings, rows, strict=True)
        ]
        second = [next(filter(_is_telling, own), ()) for own in rest]
        self._first = _Words(pieces for pieces, _ in rows)
        self._second = _Words(second)
        self._signs = _signs((("",) if not pieces and not signs else signs) for pieces, signs in rows)
        self._alone = _bits(number for number, row in enumerate(second) if not row)
        self._numeric = _bits(numeric)
        self._rest = [tuple(one for one in own if one != row) for own, row in zip(rest, second, strict=True)]
        self._of_word = functools.lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def candidates(self, lower: str) -> list[int]:
        """The wordings that may stand in this text (in small letters), in order."""
        first, second = 0, self._alone
        for word in _WORD.findall(lower):
            one, other = self._of_word(word) if len(word) <= _LONG else self._of_long(word)
            if one:
                first |= one
            if other:  # most words are in no wording, and large sets are copied
                second |= other
        for sign, rows in self._signs:
            if sign in lower:
                for row, numbers in rows:
                    if row in lower:
                        first |= numbers
        found = first & second
        if found & self._numeric and not _DIGIT.search(lower):
            found &= ~self._numeric
        rest = self._rest
        return [number for number in _numbers(found) if not rest[number] or holds(rest[number], lower)]

    def _look_up(self, word: str) -> tuple[_Bits, _Bits]:
        return self._first.of(word), self._second.of(word)

    def _of_long(self, word: str) -> tuple[_Bits, _Bits]:
        """A row of letters without end, in parts that overlap."""
        first = second = 0
        longest = max(self._first.longest, self._second.longest)
        for part in {word[at : at + _LONG + longest] for at in range(0, len(word), _LONG)}:
            one, other = self._look_up(part)
            first |= one
            second |= other
        return first, second


def _is_telling(row: Row) -> bool:
    """Whether a row holds nothing but pieces of words, and no short ones, which stand everywhere."""
    return all(len(piece) >= _TELLING and _WORD.fullmatch(piece) for piece in row)


def _bits(numbers: Iterable[int]) -> _Bits:
    found = 0
    for number in numbers:
        found |= 1 << number
    return found


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

    def __init__(self, rows: Iterable[Row]) -> None:
        every: defaultdict[str, _Bits] = defaultdict(int)
        for number, row in enumerate(rows):
            for piece in row:
                every[piece] |= 1 << number
        self._whole = {piece[1:-1]: n for piece, n in every.items() if piece[0] == START and piece[-1] == END}
        self._pieces = _Pieces({piece: n for piece, n in every.items() if piece[0] != START})
        self._beginnings = _Pieces(
            {piece[1:]: n for piece, n in every.items() if piece[0] == START and piece[-1] != END}
        )
        self.longest = max(map(len, every), default=1)

    def of(self, word: str) -> _Bits:
        """The wordings of every piece that stands in a word."""
        found = self._whole.get(word, 0)
        for numbers in self._beginnings.at(word, 0):
            found |= numbers
        for at in range(len(word)):
            for numbers in self._pieces.at(word, at):
                found |= numbers
        return found


class _Pieces:
    """Numbers by pieces of words, found by their first letters."""

    def __init__(self, numbers: Mapping[str, _Bits]) -> None:
        self._letters = min((len(piece.strip(END)) for piece in numbers), default=1)
        found: defaultdict[str, list[tuple[str, bool, _Bits]]] = defaultdict(list)
        for marked, own in numbers.items():
            piece = marked.strip(END)
            found[piece[: self._letters]].append((piece, marked != piece, own))
        self._by_start = dict(found)

    def at(self, word: str, place: int) -> Iterator[_Bits]:
        """The numbers of each piece that stands in a word at this place."""
        for piece, is_end, numbers in self._by_start.get(word[place : place + self._letters], ()):
            if word.startswith(piece, place) and not (is_end and place + len(piece) < len(word)):
                yield numbers
