"""Makes the demo year and publishes its figures, by the rules that hold for real ones."""

from __future__ import annotations

import datetime
import random
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from outreach.demo import past
from outreach.demo.year import ads, answers, applications, gatherings, openings, ways
from outreach.reach import releases
from outreach.reach.funnel.counting import EXTRA_WEEKS
from outreach.reach.opening.configuration import counting_rules
from outreach.reach.releases import calendar, quarters
from outreach.reach.rollups import deduplicated
from postings.models import Posting

POSTINGS, CHANNELS, WEEKS = 200, 12, 52
SEED = 4711


class Year(NamedTuple):
    """What was made."""

    postings: int
    channels: int
    codes: int
    counters: int
    events: int
    reports: int
    answers: int
    releases: int
    first: datetime.date
    last: datetime.date


@transaction.atomic
def load(
    now: datetime.datetime,
    *,
    postings: int = POSTINGS,
    channels: int = CHANNELS,
    weeks: int = WEEKS,
    seed: int = SEED,
) -> Year:
    """A year that ends with the day before `now`, with every weekly release of it. No other clock is read."""
    draw = random.Random(seed)  # noqa: S311  (invented people, no secrets)
    today = timezone.localdate(now, timezone.get_default_timezone())
    first = today - datetime.timedelta(weeks=weeks, days=today.weekday())
    yesterday = today - datetime.timedelta(days=1)
    chosen = ways.channels(channels, now)
    entries = {channel.pk: entry for channel, entry in chosen}
    deduplicated.note(
        counting_rules().deduplicate_minutes, {first - calendar.WEEK * 14}
    )  # before its quarter
    made = ads.write(postings, first, yesterday, draw)
    codes = ways.codes(made, chosen, draw)
    ways.sent(made, chosen)
    opened = openings.count(codes, entries, today, draw)
    held = gatherings.announce(first, yesterday, made, chosen, draw)
    visited = openings.count(held.codes, entries, today, draw)
    taken = applications.invent(codes, opened, entries, draw)
    trial = _trial(made, first, now)
    told = applications.report([one for one in taken if one.about.posting in trial], today)
    answered = answers.give(taken, today, draw)
    ways.handed_on(made, entries, now, draw)
    return Year(
        len(made), len(chosen), len(codes) + len(held.codes), len(opened) + len(visited),
        len(held.events), told, answered, release_all(first, now), first, today,
    )  # fmt: skip


def _trial(postings: list[Posting], first: datetime.date, now: datetime.datetime) -> list[Posting]:
    """The ads of the quarter in which the portal is tried out: the smallest whose funnel is out by now.

    One, not all: proving that a quarter's funnel tells nothing takes longer than all its other tables.
    """
    until = releases.due_until(now)
    periods = quarters.settled(calendar.settled_quarters(first, until), EXTRA_WEEKS)
    found = [
        [one for one in postings if period.first <= one.published_at.date() < period.until]
        for period in periods
    ]
    return min(filter(None, found), key=len, default=[])


def release_all(first: datetime.date, now: datetime.datetime) -> int:
    """Publish week by week from the first Monday after `first` until `now`; the number of releases."""
    found = 0
    with past.quiet(releases.logger):
        moment = releases.published_at(first + datetime.timedelta(days=7 - first.weekday()))
        while moment <= now:
            found += releases.release_due(moment) is not None
            moment = releases.published_at(releases.due_until(moment) + releases.WEEK)
    return found
