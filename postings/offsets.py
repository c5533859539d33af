"""Offsets for programs that count in UTF-16 units: browsers, LibreOffice, LanguageTool clients."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Translates code-point offsets of one text; only characters beyond U+FFFF make a difference."""

    def __init__(self, text: str) -> None:
        self._wide = [index for index, char in enumerate(text) if ord(char) > 0xFFFF]

    def at(self, offset: int) -> int:
        """UTF-16 offset of a code-point offset."""
        return offset + bisect_left(self._wide, offset)
