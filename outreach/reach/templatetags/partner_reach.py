"""`{% load partner_reach %}{% own_reach partner %}`: a partner's own figures on its own page.

A tag, because pages of partners belong to `channels`, which knows nothing of reach. What it shows are the
published figures alone, as staff see them: small numbers stay hidden from everybody.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any, NamedTuple

from django import template

from channels.models import Partner
from outreach.reach import released
from outreach.reach.reports import figures, monthly
from outreach.reach.reports.derived import QUARTERS
from outreach.reach.reports.spans import Span, ranged, total

register = template.Library()
#: A page for one minute shows the ads that were opened most.
SHOWN = 10


class Cell(NamedTuple):
    """An ad and how often it was opened by one of the partner's links."""

    posting: str
    figure: released.Figure


class Month(NamedTuple):
    """The openings of the ads that began in a month."""

    day: datetime.date
    #: "10 bis 14"
    told: str
    #: The bar and its uncertain end, in percent of the longest one.
    bar: float
    bar_most: float


def _months(partner: Partner, threshold: int) -> list[Month]:
    """The trend: each released month with all channels of the partner together. Fewer than two: none."""
    spans: dict[datetime.date, list[Span]] = defaultdict(list)
    for channel in partner.channels.order_by("pk").values_list("pk", flat=True):
        tables = released.history(monthly.TABLE, newest=QUARTERS, channel=str(channel))
        for day, found in monthly.months(tables).items():
            spans[day] += found.values()
    sums = {day: total(found) for day, found in sorted(spans.items())}
    if len(sums) < 2:
        return []
    longest = max(_most(span) for span in sums.values()) or 1
    return [
        Month(day, ranged(span, threshold), 100 * span.lower / longest, 100 * _most(span) / longest)
        for day, span in sums.items()
    ]


def _most(span: Span) -> int:
    return span.lower if span.upper is None else span.upper


def _marked(partner: Partner) -> set[str]:
    """What is to be read with care about the partner's own channels: "burst", "uncertain"."""
    own = {str(pk) for pk in partner.channels.values_list("pk", flat=True)}
    return {mark.why for mark in released.marks() or () if mark.channel in own}


@register.inclusion_tag("reach/parts/partner.html")
def own_reach(partner: Partner) -> dict[str, Any]:
    """How often the partner's own links were opened, from the latest release; read as far as it is shown."""
    channels = partner.channels.order_by("pk").values_list("pk", flat=True)
    lists = [released.ranking(figures.NAME, "posting", channel=str(channel)) for channel in channels]
    found = [one for one in lists if one]
    if not found:
        return {"release": None}
    cells = [Cell(row.name, row.figure) for one in found for row in one.head(SHOWN)]
    cells.sort(key=lambda cell: (-(cell.figure.value or 0), cell.posting))
    return {
        "release": found[-1],
        "threshold": found[-1].threshold,
        "total": figures.total(bracket for one in found for bracket in one.brackets),
        "cells": cells[:SHOWN],
        "marked": _marked(partner),
        "months": _months(partner, found[-1].threshold),
    }
