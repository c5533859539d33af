"""The phrases of a list in a rule, looked for line by line; what was found in a line is remembered."""

from __future__ import annotations

import functools

from postings.review.anchors.alternatives import small
from postings.review.anchors.index import WordIndex
from postings.review.cutting.masking import Line
from postings.review.memory import remembered
from postings.review.rulebook.phrases import compiled

_BEFORE = 2  # letters before a line that a phrase looks at
Found = tuple[int, int, int]


class LinePhrases:
    """Some phrases by number, each within a line."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._patterns = compiled(phrases)
        self._index = WordIndex(self._patterns)
        self._read = remembered(self._read_anew)

    def find(self, masked: str, line: Line) -> tuple[Found, ...]:
        """The first place of each phrase in a line of a masked text: number, and span within the line."""
        before = min(_BEFORE, line.start)
        return self._read(masked[line.start - before : line.end], before)

    def _read_anew(self, piece: str, start: int) -> tuple[Found, ...]:
        found = (
            (number, self._patterns[number].regex.search(piece, start))
            for number in self._index.candidates(small(piece[start:]))
        )
        return tuple((number, match.start() - start, match.end() - start) for number, match in found if match)


@functools.lru_cache(maxsize=16)
def of(phrases: tuple[str, ...]) -> LinePhrases:
    """The phrases of a list, put together once."""
    return LinePhrases(phrases)
