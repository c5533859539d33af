"""Noisy answers under each definition. Estimates are made of what is published (`reading`)."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.disclosure.counting import DISCLOSURE, label
from outreach.reach.releases.registry import TableDefinition, register

TABLE = register(
    TableDefinition(
        name="disclosure",
        title=gettext_noop("Freiwillige Selbstauskunft (verrauschte Antworten)"),
        measure="disclosure",
        protection_class="persons",
        dimensions=("definition", "epsilon", "answer"),
        period="quarter",
        source=DISCLOSURE,
        key=lambda atom: atom[1:],
        labels=label,
    )
)
