"""How often the ads that began in a month were opened on each channel: the trend."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import DIMENSIONS, SOURCE
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key | None:
    """The cell an opening by a person counts in."""
    seen = dict(zip(DIMENSIONS, atom, strict=True))
    return (seen["month"], seen["channel"]) if seen["kind"] == "person" else None


TABLE = register(
    TableDefinition(
        name="channel-month",
        title=gettext_noop("Monat und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("month", "channel"),
        period="quarter",
        source=SOURCE,
        key=key,
        summed=("month",),
        derived=("channel",),
        labels=label,
        order=20,
    )
)
