"""From entries to charts: the same words and order as in the table."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import get_format
from django.utils.translation import gettext as _

from outreach.reach.charts import Bar, Bars, Panel, Trend
from outreach.reach.reports.groups import Entry
from outreach.reach.reports.spans import Span, ranged

#: A chart people take in; the table has all.
SHOWN = 24


def legend() -> tuple[str, str]:
    return _("so viele sind es mindestens"), _("so viele können es höchstens sein")


def separator() -> str:
    return str(get_format("THOUSAND_SEPARATOR"))


def bar(label: str, span: Span, threshold: int) -> Bar:
    return Bar(label, span.lower, span.upper, ranged(span, threshold))


def grouped(
    title: str, unit: str, found: Sequence[Sequence[Entry]], heads: Sequence[str], threshold: int
) -> Bars:
    """Bars in their groups, the first `SHOWN` of them."""
    room, groups = SHOWN, []
    for heading, group in zip(heads, found, strict=True):
        bars = tuple(bar(entry.label, entry.span, threshold) for entry in group[:room])
        if bars:
            groups.append((heading, bars))
        room -= len(bars)
    return Bars(title, unit, tuple(groups), legend(), separator())


def trend(
    title: str, unit: str, periods: Sequence[str], rows: Sequence[tuple[str, Sequence[Span]]], threshold: int
) -> Trend:
    """One small chart per row, one bar per period. The first row holds all others and has its own scale."""
    panels = tuple(
        Panel(
            label,
            tuple(bar(period, span, threshold) for period, span in zip(periods, spans, strict=True)),
            scale="parts" if number else "all",
        )
        for number, (label, spans) in enumerate(rows)
    )
    return Trend(title, unit, tuple(periods), panels, legend(), separator())
