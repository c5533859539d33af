"""Ranges as lying bars: solid up to what is sure, hatched up to what may be."""

from __future__ import annotations

from typing import NamedTuple

from outreach.reach.charts import scale, theme
from outreach.reach.charts.canvas import Sheet, text_width
from outreach.reach.charts.legend import LEGEND, legend
from outreach.reach.charts.shapes import Bar, Bars

BAR = 14  # pixels high
GAP = 14
BETWEEN = 16  # between name and value
OPEN = 1.25  # an open end is drawn so much longer than what is sure
EDGE = 12  # room for an arrow at the right


class Row(NamedTuple):
    """A bar with its name broken into lines; its value stands beside the last one or below."""

    bar: Bar
    names: list[str]
    below: bool

    @property
    def height(self) -> int:
        return theme.LINE * (len(self.names) + self.below) + BAR + GAP


def draw(chart: Bars, width: int, colours: theme.Colours) -> str:
    """The chart as SVG, as high as its bars need."""
    groups = [(heading, [_row(bar, width) for bar in group]) for heading, group in chart.groups]
    headings = [scale.lines(heading, width, bold=True) if heading else [] for heading, _rows in groups]
    height = LEGEND + sum(theme.LINE * len(heading) + 8 * bool(heading) for heading in headings)
    height += (
        sum(row.height for _heading, rows in groups for row in rows)
        + GAP * len(groups)
        + (1 + len(_unit(chart, width))) * theme.LINE
    )
    steps = scale.ticks(max((_reach(row.bar) for _heading, rows in groups for row in rows), default=1))
    per_unit = (width - EDGE) / steps[-1]
    with Sheet(width, height, colours) as sheet:
        y = legend(sheet, chart.legend, width)
        top = y
        for (_heading, rows), heading in zip(groups, headings, strict=True):
            y = _group(sheet, rows, heading, y, per_unit) + GAP
        _axis(sheet, chart, steps, per_unit, (top, y - GAP))
        return sheet.svg(chart.title)


def _row(bar: Bar, width: int) -> Row:
    value = text_width(bar.value, bold=True)
    names = scale.lines(bar.label, width)
    below = text_width(names[-1]) + BETWEEN + value > width
    return Row(bar, names, below)


def _reach(bar: Bar) -> float:
    return bar.upper if bar.upper is not None else bar.lower * OPEN


def _group(sheet: Sheet, rows: list[Row], heading: list[str], y: float, per_unit: float) -> float:
    for line in heading:
        y += theme.LINE
        sheet.text(0, y - 6, line, bold=True)
    if heading:
        y += 8
        sheet.line(0, y - 5, sheet.width, y - 5, strong=True)
    for row in rows:
        y = _bar(sheet, row, y, per_unit)
    return y


def _bar(sheet: Sheet, row: Row, y: float, per_unit: float) -> float:
    for name in row.names:
        y += theme.LINE
        sheet.text(0, y - 6, name)
    if row.below:
        y += theme.LINE
    sheet.text(sheet.width, y - 6, row.bar.value, align="right", bold=True)
    lower, upper = row.bar.lower * per_unit, _reach(row.bar) * per_unit
    sheet.box(0, y, lower, BAR, sure=True)
    sheet.box(lower, y, upper - lower, BAR, sure=False)
    if row.bar.upper is None:
        sheet.arrow(upper + 2, y, BAR)
    return y + BAR + GAP


def _axis(sheet: Sheet, chart: Bars, steps: list[float], per_unit: float, span: tuple[float, float]) -> None:
    """Only below: lines through the names would make them hard to read."""
    y = span[1]
    sheet.line(0, y, sheet.width, y, strong=True)
    for step in steps:
        x = step * per_unit
        sheet.line(x, y, x, y + 5, strong=True)
        align = "left" if step == 0 else "right" if step == steps[-1] else "center"
        sheet.text(x, y + 19, scale.number(step, chart.separator), align=align, size=theme.SMALL, muted=True)
    for number, line in enumerate(_unit(chart, sheet.width)):
        sheet.text(0, y + 36 + number * theme.LINE, line, size=theme.SMALL, muted=True)


def _unit(chart: Bars, width: float) -> list[str]:
    return scale.lines(chart.unit, width, theme.SMALL)
