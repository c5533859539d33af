"""How often each ad was opened on each channel, everything so far, week by week."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import SOURCE
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="posting-channel",
        title=gettext_noop("Stelle und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("posting", "channel"),
        period="week",
        source=SOURCE,
        key=lambda atom: atom[:2],
        derived=("posting", "channel"),
        labels=label,
        fine=True,
    )
)
