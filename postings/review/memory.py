"""What a process remembers of the texts it has read, so that an edit costs only the sentences it changes.

Everything here depends on nothing but its arguments, so a remembered answer is the answer. Of each kind the
last few thousand sentences or passages are kept, in the memory of this process and nowhere else: nothing is
written down, nothing is sent. Threads may share it.
"""

from __future__ import annotations

import functools
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ParamSpec, TypeVar

SENTENCES = 4096
_LONG = 5000  # characters of a line that is not kept
_P = ParamSpec("_P")
_R = TypeVar("_R")
_Found = TypeVar("_Found")
_caches: weakref.WeakSet[Any] = weakref.WeakSet()


def remembered(reader: Callable[_P, _R], size: int = SENTENCES) -> Callable[_P, _R]:
    """The reader, with its last answers kept. Its arguments must say everything that it depends on."""
    cached = functools.lru_cache(maxsize=size)(reader)
    _caches.add(cached)
    return cached  # type: ignore[return-value]  # its arguments are as before


@remembered
def _known(piece: str) -> dict[Any, Any]:
    """What the readers of `Pieces` found in a line or sentence; they fill it."""
    return {}


class Pieces:
    """The lines or the sentences of a text: a reader reads each of them once, also over several texts."""

    def __init__(self, pieces: Iterable[tuple[int, str]]) -> None:
        self._pieces = [
            (start, piece, _known(piece) if len(piece) < _LONG else {}) for start, piece in pieces if piece
        ]
        self._by: dict[Any, Mapping[Any, list[tuple[int, str]]]] = {}

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Every line or sentence with its offset."""
        return ((start, piece) for start, piece, _ in self._pieces)

    def by(self, reader: Callable[[str], Iterable[Any]]) -> Mapping[Any, list[tuple[int, str]]]:
        """The lines or sentences, each with its offset, by what a reader says of them; put together once."""
        if reader not in self._by:
            found: defaultdict[Any, list[tuple[int, str]]] = defaultdict(list)
            for start, piece, _ in self._pieces:
                for key in reader(piece):
                    found[key].append((start, piece))
            self._by[reader] = found
        return self._by[reader]

    def each(self, reader: Callable[[str], Sequence[_Found]]) -> Iterator[tuple[int, _Found]]:
        """Everything that a reader finds, each with the offset of its line or sentence."""
        for start, piece, known in self._pieces:
            found = known.get(reader)
            if found is None:
                found = known[reader] = reader(piece)
            for one in found:
                yield start, one


def forget() -> None:
    """Forget every text."""
    for cache in list(_caches):
        cache.cache_clear()


def readings() -> int:
    """How many sentences and passages were read anew since the last `forget()`."""
    return sum(cache.cache_info().misses for cache in list(_caches))


def most() -> int:
    """How many sentences and passages are kept at the most."""
    return sum(cache.cache_info().maxsize for cache in list(_caches))
