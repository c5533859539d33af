"""Clicked, or scanned from paper, on each channel."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import DIMENSIONS, SOURCE
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key | None:
    """The cell an opening by a person counts in."""
    seen = dict(zip(DIMENSIONS, atom, strict=True))
    return (seen["medium"], seen["channel"]) if seen["kind"] == "person" else None


TABLE = register(
    TableDefinition(
        name="channel-medium",
        title=gettext_noop("Link oder QR-Code und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("medium", "channel"),
        period="quarter",
        source=SOURCE,
        key=key,
        summed=("medium",),
        derived=("channel",),
        labels=label,
    )
)
