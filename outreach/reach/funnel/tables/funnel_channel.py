"""How far applications came that carried a channel's code, over all ads; and of all channels together."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.funnel.counting import SOURCE, label
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="funnel-channel",
        title=gettext_noop("Kanal und Schritt der Bewerbung"),
        measure="funnel",
        protection_class="persons",
        dimensions=("channel", "step"),
        period="quarter",
        source=SOURCE,
        key=lambda atom: (atom[1], atom[2]),
        summed=("channel",),
        labels=label,
        order=10,
    )
)
