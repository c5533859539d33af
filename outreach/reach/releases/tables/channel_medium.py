"""Clicked, or scanned from paper, on each channel."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import SOURCE, by_person
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="channel-medium",
        title=gettext_noop("Link oder QR-Code und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("medium", "channel"),
        period="quarter",
        source=SOURCE,
        key=by_person("medium", "channel"),
        summed=("medium",),
        derived=("channel",),
        labels=label,
    )
)
