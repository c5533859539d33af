"""The garbage collector waits until a text is read.

A review makes no rings of objects, so there is nothing for it to find; left alone it would go through
everything new some thirty times within one ad. Switching it off holds for all threads of the process, for the
few milliseconds of a review: where two overlap, the one that ends first switches it on again.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


def uncollected(work: Callable[_P, _R]) -> Callable[_P, _R]:
    """The same work, while which the garbage collector waits."""

    @functools.wraps(work)
    def working(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return working
