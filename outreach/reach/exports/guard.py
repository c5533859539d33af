"""Texts people typed (titles, names) in spreadsheets: nothing a program would run."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_INVISIBLE = " \u00a0\ufeff\u200b"


def harmless(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would take it for a formula."""
    plain = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
    return f"'{plain}" if plain.lstrip(_INVISIBLE).startswith(_FORMULA_STARTS) else plain
