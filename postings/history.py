"""Everything that happened to an ad, for the panel "Verlauf"."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from outreach.people.models import User
from postings.models import Posting


def history(posting: Posting) -> list[dict[str, Any]]:
    """Everything that happened to an ad, newest first: versions, steps, decisions."""
    rows = [
        {
            "at": version.created_at,
            "by": version.author.display_name,
            "text": _("Version {number} gespeichert").format(number=version.number),
            "url": reverse("postings:version", args=[posting.pk, version.number]),
        }
        for version in posting.versions.select_related("author")
    ]
    for step in posting.transitions.select_related("by", "version"):
        text = (
            f"{step.get_from_state_display()} → {step.get_to_state_display()} (Version {step.version.number})"
        )
        rows.append({"at": step.at, "by": _name(step.by), "text": text, "comment": step.comment})
    for decision in posting.decisions.select_related("by", "withdrawn_by"):
        text = _("Hinweis ignoriert: „{quote}“").format(quote=decision.quote or decision.finding)
        rows.append({"at": decision.at, "by": _name(decision.by), "text": text, "comment": decision.reason})
        if decision.withdrawn_at:
            text = _("Entscheidung zurückgenommen: „{quote}“").format(
                quote=decision.quote or decision.finding
            )
            rows.append({"at": decision.withdrawn_at, "by": _name(decision.withdrawn_by), "text": text})
    return sorted(rows, key=lambda row: row["at"], reverse=True)


def _name(person: User | None) -> str:
    return person.display_name if person else _("automatisch")
