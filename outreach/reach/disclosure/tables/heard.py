"""How people heard of a job: noisy answers. Estimates are made of what is published (`reading`)."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.disclosure.counting import HEARD, label
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="heard",
        title=gettext_noop("Woher Menschen von der Stelle wissen (verrauschte Antworten)"),
        measure="heard",
        protection_class="persons",
        dimensions=("epsilon", "answer"),
        period="quarter",
        source=HEARD,
        key=lambda atom: atom[2:],
        labels=label,
    )
)
