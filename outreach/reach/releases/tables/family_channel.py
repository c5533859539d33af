"""How often the ads of a job family were opened on each channel: which channel works for which kind of
job."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import DIMENSIONS, SOURCE
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key | None:
    """The cell an opening by a person counts in."""
    seen = dict(zip(DIMENSIONS, atom, strict=True))
    return (seen["family"], seen["channel"]) if seen["kind"] == "person" else None


TABLE = register(
    TableDefinition(
        name="family-channel",
        title=gettext_noop("Berufsfeld und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("family", "channel"),
        period="quarter",
        source=SOURCE,
        key=key,
        summed=("family",),
        derived=("channel",),
        labels=label,
        order=10,
    )
)
