"""What is known by pieces of words: of a word, everything that is known by a piece of it.

The time to look up a word depends on its length and on what is found, not on how many pieces there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from postings.review.anchors.literals import END, START, Row

LEVELS = 4
Bits = int  # a set of numbers of wordings: bit 5 is set where number 5 is in it
Hits = tuple[Bits, Bits, Bits, Bits]  # the wordings whose first, second … row has a piece of a word
_BEGINNINGS = (1, 2, 3, 4)  # so many letters of a piece lead to it


class Pieces:
    """The numbers of wordings by pieces of words, which may be marked (see `literals.marked`)."""

    def __init__(self, wordings: Iterable[Sequence[Row]]) -> None:
        every: defaultdict[str, tuple[list[int], ...]] = defaultdict(lambda: ([], [], [], []))
        for number, rows in enumerate(wordings):
            for level, row in enumerate(rows):
                for piece in row:
                    every[piece][level].append(number)
        hits = {piece: _hits(numbers) for piece, numbers in every.items()}
        self._whole = {piece[1:-1]: own for piece, own in hits.items() if _is_whole(piece)}
        self._anywhere = _Table({piece: own for piece, own in hits.items() if piece[0] != START})
        self._beginnings = _Table(
            {piece[1:]: own for piece, own in hits.items() if piece[0] == START and piece[-1] != END}
        )
        self.longest = max(map(len, every), default=1)

    def of(self, word: str) -> Hits:
        """The wordings of every piece that stands in a word."""
        found = [self._whole[word]] if word in self._whole else []
        found += self._beginnings.at(word, 0)
        for at in range(len(word)):
            found += self._anywhere.at(word, at)
        return together(found)


def bits(numbers: Iterable[int]) -> Bits:
    """The set of these numbers."""
    every = sorted(numbers)
    if len(every) < 2:  # as of most pieces
        return 1 << every[0] if every else 0
    found = bytearray(every[-1] // 8 + 1)
    for number in every:
        found[number // 8] |= 1 << number % 8
    return int.from_bytes(found, "little")


def members(found: Bits) -> Iterator[int]:
    """The numbers in a set, in order."""
    while found:
        lowest = found & -found
        yield lowest.bit_length() - 1
        found ^= lowest


def together(hits: Iterable[Hits]) -> Hits:
    """What is in one of them."""
    one = two = three = four = 0
    for first, second, third, fourth in hits:
        one, two, three, four = one | first, two | second, three | third, four | fourth
    return one, two, three, four


def _hits(numbers: tuple[list[int], ...]) -> Hits:
    one, two, three, four = map(bits, numbers)
    return one, two, three, four


def _is_whole(piece: str) -> bool:
    return piece[0] == START and piece[-1] == END


class _Table:
    """What is known by pieces of words, found by their first letters."""

    def __init__(self, known: Mapping[str, Hits]) -> None:
        tables: dict[int, defaultdict[str, list[tuple[str, bool, Hits]]]]
        tables = {letters: defaultdict(list) for letters in _BEGINNINGS}
        for marked, own in known.items():
            piece = marked.strip(END)
            letters = min(len(piece), _BEGINNINGS[-1])
            tables[letters][piece[:letters]].append((piece, marked != piece, own))
        self._tables = [(letters, dict(table)) for letters, table in tables.items() if table]

    def at(self, word: str, place: int) -> Iterator[Hits]:
        """What is known by each piece that stands in a word at this place."""
        for letters, table in self._tables:
            for piece, is_end, own in table.get(word[place : place + letters], ()):
                if word.startswith(piece, place) and not (is_end and place + len(piece) < len(word)):
                    yield own
