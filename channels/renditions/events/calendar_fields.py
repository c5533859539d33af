"""What calendars and feeds need to know of an event besides its words, made when it is announced."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from postings.documents.cleaning import clean_text, one_line
from postings.families import name_of
from postings.models import Event


def calendar_fields(event: Event, facts: list[dict[str, str]], link: str) -> dict[str, Any]:
    """Times, place, plain text with the link in it (some calendars read no other), number of changes."""
    lines = [f"{fact['label']}: {fact['value']}" for fact in facts if fact["key"] not in {"when", "where"}]
    text = clean_text(event.description).strip()
    return {
        "starts_at": timezone.localtime(event.starts_at).isoformat(),
        "ends_at": timezone.localtime(event.ends_at).isoformat(),
        "updated_at": event.updated_at.isoformat(),
        "sequence": event.sequence,
        "place": one_line(event.place),
        "languages": one_line(event.languages),
        "accessibility": clean_text(event.accessibility).strip(),
        "registration": event.registration_url,
        "categories": [name_of(key) for key in event.families],
        "text": "\n".join([text, "", *lines, link]).strip(),
    }
