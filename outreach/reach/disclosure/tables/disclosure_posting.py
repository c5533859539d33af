"""Noisy answers ad by ad, for a city that asks so (`per_posting`); mostly too few to say anything."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from outreach.reach.disclosure.counting import DISCLOSURE, asked, label
from outreach.reach.releases.registry import Atom, Key, TableDefinition, register


def key(atom: Atom) -> Key | None:
    """None for answers that belong to no ad."""
    posting, definition, epsilon, answer = atom
    return (posting, asked(definition, epsilon), answer) if posting else None


TABLE = register(
    TableDefinition(
        name="disclosure-posting",
        title=gettext_noop("Stelle und freiwillige Selbstauskunft (verrauschte Antworten)"),
        measure="disclosure",
        protection_class="persons",
        dimensions=("posting", "asked", "answer"),
        period="quarter",
        source=DISCLOSURE,
        key=key,
        labels=label,
    )
)
