"""What solid and hatched mean, above every chart."""

from __future__ import annotations

from outreach.reach.charts import theme
from outreach.reach.charts.canvas import Sheet, text_width

#: Pixels a legend takes at most: two lines and some room.
LEGEND = 2 * theme.LINE + 10
_BOX = (22, 12)


def legend(sheet: Sheet, words: tuple[str, str], width: float) -> float:
    """Draws it and says where to go on below: beside each other if there is room, else below each other."""
    x, y = 0.0, 0.0
    for sure, word in zip((True, False), words, strict=True):
        needed = _BOX[0] + 8 + text_width(word, theme.SMALL)
        if x and x + needed > width:
            x, y = 0.0, y + theme.LINE
        sheet.box(x + 1, y + 4, *_BOX, sure=sure)
        sheet.text(x + _BOX[0] + 8, y + 15, word, size=theme.SMALL, muted=True)
        x += needed + 24
    return y + theme.LINE + 10
