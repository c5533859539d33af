"""A trend: small charts below each other, one per subject, with one standing bar per period."""

from __future__ import annotations

import math

from outreach.reach.charts import scale, theme
from outreach.reach.charts.canvas import Sheet, text_width
from outreach.reach.charts.legend import LEGEND, legend
from outreach.reach.charts.shapes import Panel, Trend

HIGH = 90  # pixels of the highest bar
GAP = 26
FULL = 0.72  # of its place is a bar wide
OPEN = 1.25


def draw(chart: Trend, width: int, colours: theme.Colours) -> str:
    """The chart as SVG. Panels of one scale can be compared."""
    heads = [scale.lines(panel.label, width, bold=True) for panel in chart.panels]
    tall = sum(theme.LINE * len(head) + 8 + HIGH + theme.LINE + GAP for head in heads)
    steps = {name: scale.ticks(highest, 2) for name, highest in _highest(chart).items()}
    with Sheet(width, LEGEND + tall + theme.LINE, colours) as sheet:
        y = legend(sheet, chart.legend, width)
        for panel, head in zip(chart.panels, heads, strict=True):
            for line in head:
                y += theme.LINE
                sheet.text(0, y - 6, line, bold=True)
            _panel(sheet, chart, panel, y + 8, steps[panel.scale])
            y += 8 + HIGH + theme.LINE + GAP
        sheet.text(0, y - GAP + theme.LINE, chart.unit, size=theme.SMALL, muted=True)
        return sheet.svg(chart.title)


def _highest(chart: Trend) -> dict[str, float]:
    found: dict[str, float] = {}
    for panel in chart.panels:
        found[panel.scale] = max(found.get(panel.scale, 1), _top(panel))
    return found


def _top(panel: Panel) -> float:
    return max((bar.lower * OPEN if bar.upper is None else bar.upper for bar in panel.bars), default=1)


def _panel(sheet: Sheet, chart: Trend, panel: Panel, y: float, steps: list[float]) -> None:
    names = [scale.number(step, chart.separator) for step in steps]
    left = max(text_width(name, theme.SMALL) for name in names) + 8
    per_unit = HIGH / steps[-1]
    for step, name in zip(steps, names, strict=True):
        at = y + HIGH - step * per_unit
        sheet.line(left, at, sheet.width, at, strong=not step)
        sheet.text(left - 6, at + 4, name, align="right", size=theme.SMALL, muted=True)
    place = (sheet.width - left) / max(len(chart.periods), 1)
    for number, bar in enumerate(panel.bars):
        x, thick = left + place * (number + (1 - FULL) / 2), place * FULL
        low = bar.lower * per_unit
        high = (bar.lower * OPEN if bar.upper is None else bar.upper) * per_unit
        sheet.box(x, y + HIGH - low, thick, low, sure=True)
        sheet.box(x, y + HIGH - high, thick, high - low, sure=False)
    _periods(sheet, chart.periods, left, place, y + HIGH + 17)


def _periods(sheet: Sheet, periods: tuple[str, ...], left: float, place: float, y: float) -> None:
    """Every name if there is room, else every second, third …"""
    widest = max((text_width(name, theme.SMALL) for name in periods), default=1) + 8
    every = max(1, math.ceil(widest / place))
    for number, name in enumerate(periods):
        if number % every == 0:
            x = left + place * (number + 0.5)
            last = x + widest / 2 > sheet.width
            sheet.text(
                sheet.width if last else x,
                y,
                name,
                align="right" if last else "center",
                size=theme.SMALL,
                muted=True,
            )
