"""Patterns of `|date`, `|time` and `date_format`: the German one -> "15 January 2027, 14:30"."""

from __future__ import annotations

PATTERNS = {
    "j. F": "j F",
    "j. F Y": "j F Y",
    "j. F, H:i": "j F, H:i",
    "j. F Y, H:i": "j F Y, H:i",
    r"j. F Y, H:i \U\h\r": "j F Y, H:i",
    "j. F Y, G:i": "j F Y, G:i",
    "l, j. F Y": "l, j F Y",
    "l, j. F Y, H:i": "l, j F Y, H:i",
    r"l, j. F Y, H:i \U\h\r": "l, j F Y, H:i",
}
globals().update(PATTERNS)  # Django looks a pattern up by its name before it takes it for the pattern itself
