"""Some ads of one earlier quarter and what became of their applications, for the small demo city.

Hiring takes months, so the figures of a funnel come out half a year after the ads: the small city needs ads
that old. They are made, counted, reported and released as those of the demo year; all of it is invented.
"""

from __future__ import annotations

import datetime
import random

from django.utils import timezone

from outreach.demo.year import ads, applications, openings, ways
from outreach.reach import releases
from outreach.reach.funnel.counting import EXTRA_WEEKS
from outreach.reach.releases import calendar, quarters

POSTINGS, CHANNELS, SEED = 9, 4, 815
#: So long ago that a quarter's funnel is out by now.
_WEEKS = 52
_DAY = datetime.timedelta(days=1)


def load(now: datetime.datetime) -> int:
    """The newest quarter whose funnel is due; the number of reports of its applications."""
    draw = random.Random(SEED)  # noqa: S311  (invented people, no secrets)
    today = timezone.localdate(now, timezone.get_default_timezone())
    period = period_of(now)
    chosen = ways.channels(CHANNELS, now)
    entries = {channel.pk: entry for channel, entry in chosen}
    made = ads.write(POSTINGS, period.first, period.until - _DAY, draw, today=today)
    codes = ways.codes(made, chosen, draw)
    ways.sent(made, chosen)
    opened = openings.count(codes, entries, today, draw)
    return applications.report(applications.invent(codes, opened, entries, draw), today)


def period_of(now: datetime.datetime) -> calendar.Period:
    """The newest quarter whose funnel is due."""
    until = releases.due_until(now)
    found = calendar.settled_quarters(until - datetime.timedelta(weeks=_WEEKS), until)
    return quarters.settled(found, EXTRA_WEEKS)[-1]
