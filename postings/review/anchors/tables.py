"""Tables of words beside the code that uses them: `words/deadline.txt` for `deadline.py`.

A line is an expression for one wording, a table all lines under its name in brackets: any of them may stand
there, in capital or small letters.
"""

from __future__ import annotations

import re
from pathlib import Path

from postings.review.anchors.wording import Wording

_NAME = re.compile(r"\[([a-z_]+)\]")


class Tables:
    """The tables of one module."""

    def __init__(self, module: str) -> None:
        """`module`: its `__file__`."""
        path = Path(module)
        self._lines: dict[str, list[str]] = {}
        for line in (path.parent / "words" / f"{path.stem}.txt").read_text("utf-8").splitlines():
            if name := _NAME.fullmatch(line):
                lines = self._lines[name[1]] = []
            elif line and not line.startswith("#"):
                lines.append(line)

    def any_of(self, name: str) -> str:
        """A table as a part of a larger expression."""
        return f"(?:{'|'.join(self._lines[name])})"

    def wording(self, name: str) -> Wording:
        """A table that is asked of every sentence, and tried only where its words stand."""
        return Wording("|".join(self._lines[name]), re.IGNORECASE)

    def pattern(self, name: str) -> re.Pattern[str]:
        """A table that is asked of few sentences."""
        return re.compile("|".join(self._lines[name]), re.IGNORECASE)
