"""Texts as they come out of Word or a PDF: soft hyphens, direction marks, letters in two parts.

The review works on a plain text without them; every offset is carried back to the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_COMBINING = "\u0300-\u036f"
_ANY = re.compile(rf"[{_INVISIBLE}{_COMBINING}]")  # quicker than to look for what is put together
_ODD = re.compile(rf"[{_INVISIBLE}]|[^{_COMBINING}][{_COMBINING}]+")


@dataclass(frozen=True, slots=True)
class Surface:
    """A plain text, and where each of its characters stands in the original."""

    plain: str
    _starts: array[int] | None = None
    _ends: array[int] | None = None

    @property
    def is_as_given(self) -> bool:
        """Whether the plain text is the original."""
        return self._starts is None

    def span(self, offset: int, length: int) -> tuple[int, int]:
        """(offset, length) in the plain text -> (offset, length) in the original."""
        if self._starts is None or self._ends is None:
            return offset, length
        if length <= 0:
            place = (
                self._starts[offset] if offset < len(self._starts) else (self._ends[-1] if self._ends else 0)
            )
            return place, 0
        start = self._starts[offset]
        return start, self._ends[offset + length - 1] - start


def surface(text: str) -> Surface:
    """Make the plain text; for most texts it is the text itself."""
    if not _ANY.search(text) or not _ODD.search(text):
        return Surface(text)
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    position = 0
    for odd in _ODD.finditer(text):
        _keep(text[position : odd.start()], position, pieces, starts, ends)
        composed = "" if len(odd.group()) == 1 else unicodedata.normalize("NFC", odd.group())
        pieces.append(composed)
        starts.extend([odd.start()] * len(composed))
        ends.extend([odd.end()] * len(composed))
        position = odd.end()
    _keep(text[position:], position, pieces, starts, ends)
    return Surface("".join(pieces), starts, ends)


def _keep(piece: str, position: int, pieces: list[str], starts: array[int], ends: array[int]) -> None:
    pieces.append(piece)
    starts.extend(range(position, position + len(piece)))
    ends.extend(range(position + 1, position + len(piece) + 1))
