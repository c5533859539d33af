"""How far applications for each ad came, over all channels."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.funnel.counting import SOURCE, label
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="funnel-posting",
        title=gettext_noop("Stelle und Schritt der Bewerbung"),
        measure="funnel",
        protection_class="persons",
        dimensions=("posting", "step"),
        period="quarter",
        source=SOURCE,
        key=lambda atom: (atom[0], atom[2]),
        labels=label,
        order=20,
    )
)
