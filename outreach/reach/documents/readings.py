"""One reading per measure of the city's plan. Figures come from releases, the rest from the city's own acts.

A measure of the profile (`[[plan.measures]]`) names its reading; one this service does not know is said to be
not measured.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import Any

from channels.routing.languages import name_in
from outreach.reach.documents import figures
from outreach.reach.documents.numbers import percent, whole
from outreach.reach.documents.periods import Period
from outreach.reach.documents.words import Words
from postings.models import Event

_WEEK = 7


def reading(measure: dict[str, Any], period: Period, city: dict[str, Any], say: Words) -> str:
    """What is known of a measure in the period."""
    found = _READINGS.get(measure.get("reading", ""))
    return found(period, city, say) if found else say("reading.none")


def _openings(period: Period, city: dict[str, Any], say: Words) -> str:
    found = figures.of("channel-medium", period)
    if not found or found.total().hidden:
        return say("figure.unknown")
    return say("reading.openings", number=say.figure(found.total()))


def _languages(period: Period, city: dict[str, Any], say: Words) -> str:
    shown = _shown("language-channel", "language", period)
    if not shown:
        return say("figure.unknown")
    names = ", ".join(sorted(name_in(code, say.code) for code in shown))
    return say("reading.languages", count=whole(say.language, len(shown)), names=names)


def _districts(period: Period, city: dict[str, Any], say: Words) -> str:
    shown = _shown("district-channel", "district", period)
    return say("reading.districts", count=whole(say.language, len(shown))) if shown else say("figure.unknown")


def _shown(table: str, dimension: str, period: Period) -> list[str]:
    """The keys of which it is published that there was something."""
    found = figures.of(table, period)
    if not found:
        return []
    return [
        key for key, figure in found.by(dimension).items() if key and not figure.hidden and figure.lower > 0
    ]


def _applications(period: Period, city: dict[str, Any], say: Words) -> str:
    found = figures.of("funnel-posting", period)
    if not found:
        return say("figure.unknown")
    sums = found.by("step")
    return say(
        "reading.applications",
        **{step: say.figure(sums.get(step)) for step in ("finished", "invited", "hired")},
    )


def _lead_time(period: Period, city: dict[str, Any], say: Words) -> str:
    """Of the city's own events: how early they were announced. Nothing about people."""
    held = Event.objects.announced().filter(
        starts_at__date__range=(period.first, period.last), cancelled_at=None
    )
    days = [(start - announced).days for start, announced in held.values_list("starts_at", "announced_at")]
    if not days:
        return say("reading.no_events")
    weeks = say.language.number(round(statistics.median(days) / _WEEK, 1))
    return say("reading.lead_time", count=whole(say.language, len(days)), weeks=weeks)


def _share(period: Period, city: dict[str, Any], say: Words) -> str:
    known = city["plan"].get("workforce")
    if not isinstance(known, dict):
        return say("figure.unknown")
    return say(
        "reading.share",
        share=percent(say.language, known["share"] / 100, digits=2),
        day=say.language.day(known["on"]),
        count=whole(say.language, known["count"]),
        of=whole(say.language, known["of"]),
    )


_READINGS: dict[str, Callable[[Period, dict[str, Any], Words], str]] = {
    "openings": _openings,
    "languages": _languages,
    "districts": _districts,
    "applications": _applications,
    "lead_time": _lead_time,
    "share": _share,
}
