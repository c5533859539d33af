"""How often ads were opened by channel of a district's partner; summed up by district."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import DIMENSIONS, SOURCE
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key | None:
    """The cell an opening by a person counts in."""
    seen = dict(zip(DIMENSIONS, atom, strict=True))
    return (seen["district"], seen["channel"]) if seen["kind"] == "person" else None


TABLE = register(
    TableDefinition(
        name="district-channel",
        title=gettext_noop("Stadtteil und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("district", "channel"),
        period="quarter",
        source=SOURCE,
        key=key,
        summed=(),
        derived=("channel",),
        labels=label,
    )
)
