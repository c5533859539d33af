"""How often ads were opened by channel of a district's partner; summed up by district."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import SOURCE, by_person
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="district-channel",
        title=gettext_noop("Stadtteil und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("district", "channel"),
        period="quarter",
        source=SOURCE,
        key=by_person("district", "channel"),
        summed=(),
        derived=("channel",),
        labels=label,
    )
)
