"""Charts of released figures in documents: the same drawings as on the pages, beside their tables."""

from __future__ import annotations

from collections.abc import Iterable

from outreach.reach.charts import Bar, Bars, svg
from outreach.reach.documents.setting import Chart
from outreach.reach.documents.words import Words
from outreach.reach.released import Figure

#: More bars are no picture any more; the table has all of them.
MOST_BARS = 12


def bars(title: str, rows: Iterable[tuple[str, Figure]], say: Words) -> list[Chart]:
    """Ranges of what is shown, in the order given; nothing for fewer than two."""
    shown = [(name, figure) for name, figure in rows if not figure.hidden][:MOST_BARS]
    if len(shown) < 2:
        return []
    drawing = Bars(
        title=title,
        unit=say("column.openings"),
        groups=(("", tuple(_bar(name, figure, say) for name, figure in shown)),),
        legend=(say("chart.sure"), say("chart.possible")),
        separator=say.language.content["thousands"],
    )
    told = "; ".join(f"{name}: {say.figure(figure)}" for name, figure in shown)
    return [Chart(svg(drawing), alt=say("chart.alt", title=title, rows=told), caption=say("chart.caption"))]


def _bar(name: str, figure: Figure, say: Words) -> Bar:
    return Bar(name, figure.lower, figure.upper, say.figure(figure))
