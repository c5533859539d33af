"""`release_due`: the only way out for any figure, and (with what it calls) the only reader of the counters.

Once a week, coarse and late: all days before a Monday are published on the Tuesday after it, so that a single
visit can be placed neither in time nor between two pages. What is published is frozen and entered in the
book.
"""

from __future__ import annotations

import datetime
import logging

from django.db import IntegrityError, transaction
from django.db.models import Min
from django.utils import timezone

from channels.models import Link
from outreach.reach.models import Release
from outreach.reach.releases.calendar import DAY, Period, due_until
from outreach.reach.releases.openings import links_of_ads
from outreach.reach.releases.quarters import release_quarters
from outreach.reach.releases.registry import tables
from outreach.reach.releases.running import drafted

logger = logging.getLogger(__name__)

#: The table whose release opens the others' way: quarters are released with the week they ride on.
FIRST = "posting-channel"


def is_due(now: datetime.datetime) -> bool:
    """Whether a release is to be made. Cheap, for the schedule."""
    until = due_until(now)
    if Release.objects.filter(table=FIRST, until__gte=until).exists():
        return False
    return bool(links_of_ads(until).exists())


def release_due(now: datetime.datetime | None = None) -> Release | None:
    """Publish the figures of the latest due Monday, once. Missed weeks are in it. None: nothing to do."""
    now = now or timezone.now()
    if not is_due(now):
        return None
    until = due_until(now)
    week = _week(until)
    drafts = [drafted(table, week, now) for table in tables("week")]
    try:
        with transaction.atomic():
            made = [draft.publish() for draft in drafts if draft]
    except IntegrityError:  # another process was quicker
        return None
    made += release_quarters(week.first, until, now)
    logger.info("Released %d tables of all days before %s.", len(made), until)
    return next(release for release in made if release.table == FIRST)


def _week(until: datetime.date) -> Period:
    """Everything so far, since the first code was made."""
    made = Link.objects.aggregate(first=Min("created_at"))["first"]
    first = timezone.localdate(made, timezone.get_default_timezone())
    return Period("week", str(until - DAY), first, until, until)
