"""Who or what opened links: people, previews, scanners, robots, and the share nobody can tell."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import DIMENSIONS, SOURCE
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key:
    """The cell a retrieval of any kind counts in."""
    seen = dict(zip(DIMENSIONS, atom, strict=True))
    return (seen["kind"], seen["channel"])


TABLE = register(
    TableDefinition(
        name="kind-quarter",
        title=gettext_noop("Art des Aufrufs und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("kind", "channel"),
        period="quarter",
        source=SOURCE,
        key=key,
        derived=("kind", "channel"),
        labels=label,
        order=30,
    )
)
