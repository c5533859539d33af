"""Which characters our fonts have: what they lack is told in words, never printed as a blank box."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
#: Never drawn: spaces, line ends, joiners, marks of direction, variation selectors.
_SILENT = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_SELECTORS = range(0xFE00, 0xFE10)


def missing(text: str) -> list[str]:
    """Characters no shipped font has in each of its weights, each once, as they come."""
    known = _characters()
    found = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [sign for sign in found if ord(sign) not in known and not _is_silent(sign)]


def named(sign: str) -> str:
    """ "„日“ (CJK UNIFIED IDEOGRAPH-65E5)": what to look for, also where it looks like another."""
    return f"„{sign}“ ({unicodedata.name(sign, f'U+{ord(sign):04X}')})"


def _is_silent(sign: str) -> bool:
    return unicodedata.category(sign) in _SILENT or ord(sign) in _SELECTORS


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    """What both weights have: titles are bold, sentences are not."""
    by_weight = [
        frozenset().union(*(_of(path) for path in FOLDER.glob(f"*-{weight}.ttf")))
        for weight in ("Regular", "Bold")
    ]
    return frozenset.intersection(*by_weight)


def _of(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # only where it is asked: no part of starting

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
