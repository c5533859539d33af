"""One more week in the large database: openings of the ads that run, then the release. Prints JSON.

`python -m outreach.bench.years.releasing`
"""

from __future__ import annotations

import datetime
import json
import resource
import time

from outreach.bench.years.making import UNTIL

WEEK = datetime.timedelta(days=7)
#: Ads that are open at the same time: those begun in the last weeks.
RUNNING_WEEKS = 6


def release() -> dict[str, float]:
    """{"seconds", "figures" of the table, "written" with the week, "megabytes" of memory at most}."""
    from outreach.reach.releases import published_at, release_due

    _one_more_week()
    began = time.perf_counter()
    made = release_due(published_at(UNTIL + WEEK))
    seconds = time.perf_counter() - began
    if made is None:
        raise RuntimeError("Nothing was released.")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = made.extent["figures"]
    return {"seconds": seconds, "figures": figures, "written": made.written.count(), "megabytes": memory}


def _one_more_week() -> None:
    """Openings of the newest ads, each on every third of its channels."""
    from django.db.models import F

    from channels.models import Link
    from outreach.reach.models import Counter

    since = datetime.datetime.combine(UNTIL - RUNNING_WEEKS * WEEK, datetime.time(), datetime.UTC)
    running = Link.objects.filter(created_at__gte=since).annotate(third=F("pk") % 3).filter(third=0)
    days = [
        Counter(
            link_id=pk, slot=UNTIL + datetime.timedelta(days=pk % 7), kind="person", medium="link", total=7
        )
        for pk in running.values_list("pk", flat=True)
    ]
    Counter.objects.bulk_create(days, batch_size=500)


if __name__ == "__main__":
    import django

    django.setup()
    from channels.delivery import sweeping

    sweeping.settle_memory()  # workers have long done that when a release is due
    print(json.dumps(release()))
