"""How often ads were opened in each language, on each channel."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.releases.labels import label
from outreach.reach.releases.openings import SOURCE, by_person
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="language-channel",
        title=gettext_noop("Sprache und Kanal"),
        measure="openings",
        protection_class="clicks",
        dimensions=("language", "channel"),
        period="quarter",
        source=SOURCE,
        key=by_person("language", "channel"),
        summed=("language",),
        derived=("channel",),
        labels=label,
    )
)
