"""Round numbers on an axis, and words broken into lines."""

from __future__ import annotations

import math

from outreach.reach.charts import theme
from outreach.reach.charts.canvas import text_width

#: A browser's letters are not exactly as wide as those measured here.
_ROOM = 0.95


def ticks(highest: float, count: int = 4) -> list[float]:
    """0 and up to `count` round steps, the last one at or above the highest value (at least 1)."""
    highest = max(highest, 1)
    rough = highest / count
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    step = max(step, 1) if highest >= count else step
    return [step * number for number in range(math.ceil(highest / step - 1e-9) + 1)]


def number(value: float, separator: str) -> str:
    """1250 -> "1.250"; a broken one keeps one digit."""
    if value == int(value):
        return f"{int(value):,}".replace(",", separator)
    return f"{value:.1f}".replace(".", "," if separator == "." else ".")


def lines(words: str, width: float, size: float = theme.SIZE, *, bold: bool = False) -> list[str]:
    """The words in lines a little shorter than that many pixels; a word too long is cut with an ellipsis."""
    found: list[str] = []
    width *= _ROOM
    for word in words.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and text_width(longer, size, bold=bold) <= width:
            found[-1] = longer
        else:
            found.append(_cut(word, width, size, bold=bold))
    return found or [""]


def _cut(word: str, width: float, size: float, *, bold: bool) -> str:
    if text_width(word, size, bold=bold) <= width:
        return word
    while word and text_width(f"{word}…", size, bold=bold) > width:
        word = word[:-1]
    return f"{word}…"
