"""`release_due`: the only way out for any figure, and the only reader of the counters.

Once a week, coarse and late: all days before a Monday are published on the Tuesday after it, so that a single
visit can be placed neither in time nor between two pages. What is published is frozen in `ReleasedFigure`.
"""

from __future__ import annotations

import datetime
import logging

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone

from channels.models import Link
from outreach.reach.models import Counter, Release, ReleasedFigure
from outreach.reach.opening.kinds import Kind
from outreach.reach.protection import THRESHOLD, protect

logger = logging.getLogger(__name__)

#: From Monday 00:00, the end of what is counted, to Tuesday 06:00.
DELAY = datetime.timedelta(days=1)
HOUR = datetime.time(6)
WEEK = datetime.timedelta(days=7)

Cell = tuple[int, int]  # posting, channel


def published_at(until: datetime.date) -> datetime.datetime:
    """When the figures of all days before this Monday come out, in the city's time."""
    return datetime.datetime.combine(until + DELAY, HOUR, tzinfo=timezone.get_default_timezone())


def due_until(now: datetime.datetime) -> datetime.date:
    """The latest Monday whose release time has come."""
    today = timezone.localtime(now, timezone.get_default_timezone()).date()
    monday = today - datetime.timedelta(days=today.weekday())
    return monday if now >= published_at(monday) else monday - WEEK


def next_at(now: datetime.datetime) -> datetime.datetime:
    """When the next figures come out."""
    return published_at(due_until(now) + WEEK)


def is_due(now: datetime.datetime) -> bool:
    """Whether a release is to be made. Cheap, for the schedule."""
    until = due_until(now)
    return not Release.objects.filter(until__gte=until).exists() and bool(_codes(until).exists())


def release_due(now: datetime.datetime | None = None) -> Release | None:
    """Publish the figures of the latest due Monday, once. Missed weeks are in it. None: nothing to do."""
    now = now or timezone.now()
    if not is_due(now):
        return None
    try:
        with transaction.atomic():
            return _release(due_until(now), now)
    except IntegrityError:  # another process was quicker
        return None


def _release(until: datetime.date, now: datetime.datetime) -> Release:
    release = Release.objects.create(until=until, threshold=THRESHOLD, released_at=now)
    before, counts = _shown_before(release), _counts(until)
    figures = [
        ReleasedFigure(
            release=release,
            posting_id=posting,
            channel_id=channel,
            value=protect(counts.get((posting, channel), 0), before.get((posting, channel))),
        )
        for posting, channel in _cells(until)
    ]
    ReleasedFigure.objects.bulk_create(figures, batch_size=500)
    logger.info("Released %d figures of all days before %s.", len(figures), until)
    return release


def _codes(until: datetime.date):
    """The codes that existed in the time counted."""
    midnight = datetime.datetime.combine(until, datetime.time(), tzinfo=timezone.get_default_timezone())
    return Link.objects.filter(created_at__lt=midnight)


def _cells(until: datetime.date) -> list[Cell]:
    """Every ad on every channel it has a code for, opened or not: what is missing would say "nobody"."""
    return list(_codes(until).order_by("posting", "channel").values_list("posting", "channel").distinct())


def _counts(until: datetime.date) -> dict[Cell, int]:
    """What people opened before that day, by link and QR code together."""
    rows = (
        Counter.objects.filter(slot__lt=until, kind=Kind.PERSON)
        .order_by()
        .values_list("link__posting", "link__channel")
        .annotate(count=Sum("total"))
    )
    return {(posting, channel): count for posting, channel, count in rows}


def _shown_before(release: Release) -> dict[Cell, int | None]:
    """What the release before this one shows. Every release has every earlier cell."""
    last = Release.objects.filter(until__lt=release.until).first()
    if last is None:
        return {}
    rows = last.figures.values_list("posting", "channel", "value")
    return {(posting, channel): value for posting, channel, value in rows}
