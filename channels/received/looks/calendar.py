"""An event as a calendar shows it, read back from the file that would be served."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from icalendar import Calendar

from channels.received.masking import masked
from channels.received.sample import Sample

KINDS = ("calendar",)
TEMPLATE = "calendar.html"


def look(sample: Sample) -> dict[str, Any] | None:
    """Title, moments, place, description; ads do not stand in calendars."""
    if not sample.file:
        return None
    entry = Calendar.from_ical(sample.file).walk("VEVENT")[0]
    return {
        "title": str(entry["SUMMARY"]),
        "starts": timezone.localtime(entry["DTSTART"].dt),
        "ends": timezone.localtime(entry["DTEND"].dt),
        "place": str(entry.get("LOCATION", "")),
        "description": masked(str(entry.get("DESCRIPTION", ""))),
    }
