"""iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from icalendar import Calendar

from channels.linting.finding import Finding
from channels.linting.reading import lacking
from channels.received.sample import Sample

KINDS = ("calendar",)
SOURCE = "RFC 5545, iCalendar"
URL = "https://www.rfc-editor.org/rfc/rfc5545"
_FOLD = 75


def lint(sample: Sample) -> Iterator[Finding]:
    """Required properties, an end after the beginning, lines that old programs read."""
    if not sample.file:
        return
    calendar = Calendar.from_ical(sample.file)
    entry = calendar.walk("VEVENT")[0]
    names = [name for name in ("PRODID", "VERSION") if name not in calendar]
    names += [name for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if not entry.get(name)]
    yield from lacking(names, receiver=_("Ein Kalender"), source=SOURCE, url=URL)
    if "DTEND" in entry and "DTSTART" in entry and entry["DTEND"].dt <= entry["DTSTART"].dt:
        yield Finding(_("Das Ende liegt nicht nach dem Beginn."), SOURCE, "must", URL)
    if any(len(line) > _FOLD for line in sample.file.split(b"\r\n")):
        yield Finding(_("Eine Zeile ist zu lang für ältere Kalender."), SOURCE, "must", URL)
    if not str(entry.get("LOCATION", "")).strip():
        yield Finding(_("Es steht kein Ort dabei."), SOURCE, "should", URL)
