"""How often each event's page was opened by each channel, everything so far, week by week."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from channels.models import Link
from outreach.reach.releases.calendar import DAY, Period, midnight
from outreach.reach.releases.labels import label
from outreach.reach.releases.registry import Atom, Source, TableDefinition, register
from outreach.reach.rollups.counting import openings


def count(period: Period) -> dict[Atom, int]:
    """Every event on every channel it has a code for, opened or not."""
    links = Link.objects.filter(created_at__lt=midnight(period.counted_until), event__isnull=False)
    counts = openings(("event", "channel"), None, period.counted_until - DAY)
    cells = links.order_by("event", "channel").values_list("event", "channel").distinct()
    return {(str(event), str(channel)): counts.get((event, channel), 0) for event, channel in cells}


TABLE = register(
    TableDefinition(
        name="event-channel",
        title=gettext_noop("Veranstaltung und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("event", "channel"),
        period="week",
        source=Source("event-openings", ("event", "channel"), count),
        derived=("event", "channel"),
        labels=label,
        fine=True,
    )
)
