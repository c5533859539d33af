"""First openings of a device on each channel, beside all others: only where the setting was on throughout.

Not by ad: that sum would tie an ad's cells on all channels together, and a quarter would be one system of all
ads times all channels, which no solver proves in a night.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.opening.devices import rest_of
from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import DIMENSIONS, SOURCE, minutes_of
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key | None:
    """The cell an opening by a person counts in; none where devices were not told apart."""
    seen = dict(zip(DIMENSIONS, atom, strict=True))
    return (seen["device"], seen["channel"]) if seen["device"] else None


def rest(cell: Key) -> Key | None:
    """First openings leave over the other ones, of all openings (which `kind-quarter` tells)."""
    device = rest_of(cell[0])
    return (device, cell[1]) if device else None


TABLE = register(
    TableDefinition(
        name="device-channel",
        title=gettext_noop("Erster oder weiterer Aufruf eines Geräts und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("device", "channel"),
        period="quarter",
        source=SOURCE,
        key=key,
        derived=("device", "channel"),
        labels=label,
        order=90,
        rest=rest,
        made_of=lambda period: minutes_of(period) > 0,
    )
)
