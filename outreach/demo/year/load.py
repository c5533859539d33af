"""Makes the demo year and publishes its figures, by the rules that hold for real ones."""

from __future__ import annotations

import datetime
import random
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from outreach.demo import past
from outreach.demo.year import ads, openings, ways
from outreach.reach import releases

POSTINGS, CHANNELS, WEEKS = 200, 12, 52
SEED = 4711


class Year(NamedTuple):
    """What was made."""

    postings: int
    channels: int
    codes: int
    counters: int
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
    chosen = ways.channels(channels, now)
    made = ads.write(postings, first, today - datetime.timedelta(days=1), draw)
    codes = ways.codes(made, chosen, draw)
    ways.sent(made, chosen)
    counters = openings.count(codes, {channel.pk: entry for channel, entry in chosen}, today, draw)
    return Year(len(made), len(chosen), len(codes), counters, release_all(first, now), first, today)


def release_all(first: datetime.date, now: datetime.datetime) -> int:
    """Publish week by week from the first Monday after `first` until `now`; the number of releases."""
    found = 0
    with past.quiet(releases.logger):
        moment = releases.published_at(first + datetime.timedelta(days=7 - first.weekday()))
        while moment <= now:
            found += releases.release_due(moment) is not None
            moment = releases.published_at(releases.due_until(moment) + releases.WEEK)
    return found
