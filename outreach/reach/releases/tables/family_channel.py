"""How often the ads of a job family were opened on each channel: which channel works for which kind of
job."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import SOURCE, by_person
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="family-channel",
        title=gettext_noop("Berufsfeld und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("family", "channel"),
        period="quarter",
        source=SOURCE,
        key=by_person("family", "channel"),
        summed=("family",),
        derived=("channel",),
        labels=label,
        order=10,
    )
)
