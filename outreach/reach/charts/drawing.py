"""A chart as SVG, in the form a page, a phone, the dark mode or the PDF needs."""

from __future__ import annotations

from functools import lru_cache

from outreach.reach.charts import bars, theme, trend
from outreach.reach.charts.shapes import Bars, Chart


@lru_cache(maxsize=256)
def svg(chart: Chart, form: theme.Form = "wide") -> str:
    """The drawing. The same chart gives the same text, and is drawn once per process.

    Raises ValueError for a form that does not exist.
    """
    if form not in theme.FORMS:
        raise ValueError(form)
    draw = bars.draw if isinstance(chart, Bars) else trend.draw
    return draw(chart, theme.width(form), theme.colours(form))
