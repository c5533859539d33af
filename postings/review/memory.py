"""What a process remembers of the texts it has read, so that an edit costs only the sentences it changes.

Everything here depends on nothing but its arguments, so a remembered answer is the answer. Of each kind the
last few thousand sentences or passages are kept, in the memory of this process and nowhere else: nothing is
written down, nothing is sent. Threads may share it.
"""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

SENTENCES = 4096
_P = ParamSpec("_P")
_R = TypeVar("_R")
_caches: weakref.WeakSet[Any] = weakref.WeakSet()


def remembered(reader: Callable[_P, _R], size: int = SENTENCES) -> Callable[_P, _R]:
    """The reader, with its last answers kept. Its arguments must say everything that it depends on."""
    cached = functools.lru_cache(maxsize=size)(reader)
    _caches.add(cached)
    return cached  # type: ignore[return-value]  # its arguments are as before


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
