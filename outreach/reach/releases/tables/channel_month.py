"""How often the ads that began in a month were opened on each channel: the trend."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import SOURCE, by_person
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="channel-month",
        title=gettext_noop("Monat und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("month", "channel"),
        period="quarter",
        source=SOURCE,
        key=by_person("month", "channel"),
        summed=("month",),
        derived=("channel",),
        labels=label,
        order=20,
    )
)
