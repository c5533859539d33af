"""From vague words to a level of the Common European Framework.

The descriptors of the framework are about what people can do; the words of ads are not. So each word gets
the level at which its usual meaning is reached: conversation on the job B1–B2, texts C1. "Muttersprache" says
where somebody comes from, not what they can do: C1 is what is meant, C2 only for teaching and editing.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Meant(NamedTuple):
    """A level, and the words that mean it."""

    level: str
    words: str


_LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "C1",
        re.compile(
            r"(?:mutter-?sprach\w*(?: niveau)?|verhandlungssicher\w*|perfekt\w*|akzentfrei\w*|"
            r"fehlerfrei\w*|tadellos\w*|"
            r"einwandfrei\w*|stilsicher\w*|geschliffen\w*|exzellent\w*|hervorragend\w*|ausgezeichnet\w*|"
            r"überdurchschnittlich\w*|makellos\w*|gewandt\w*|ausgeprägt\w*|wie aus dem effeff|"
            r"nicht als fremd)",
            re.IGNORECASE,
        ),
    ),
    (
        "C1",
        re.compile(r"(?:sehr gut\w*|best\w+|sicher\w*)(?: \w+){0,4}? in wort und schrift", re.IGNORECASE),
    ),
    (
        "B2",
        re.compile(
            r"(?:sehr gut\w*|fließend\w*|flüssig\w*|sicher\w*|"
            r"gut\w*(?: \w+){0,4}? in wort und schrift|in wort und schrift|"
            r"gepflegt\w*|fundiert\w*|solid\w*|gut(?:e[ns]?)?\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "B1",
        re.compile(
            r"(?:ausreichend\w*|verständ\w*|versteh\w*|unterhalten|alltag\w*|befriedigend\w*)", re.IGNORECASE
        ),
    ),
    ("A2", re.compile(r"(?:grundkenntnis\w*|einfach\w*|geringe?\w*|wenig\w*|basis\w*|etwas)", re.IGNORECASE)),
)
_GERMAN = re.compile(r"deutsch\w*(?: (?:schrift)?sprache)?|mutter-?sprach\w*", re.IGNORECASE)
_NEAR = 60


def converted(sentence: str) -> Meant | None:
    """The level that a sentence about German means ("sehr gut in Wort und Schrift": C1)."""
    german = _GERMAN.search(sentence)
    if not german:
        return None
    start = max(0, german.start() - _NEAR)
    near = sentence[start : german.end() + _NEAR]
    for level, pattern in _LEVELS:
        match = pattern.search(near)
        if match:
            first = min(german.start(), start + match.start())
            last = max(german.end(), start + match.end())
            return Meant(level, " ".join(sentence[first:last].split()))
    return Meant("B2", german.group())
