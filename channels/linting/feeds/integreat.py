"""Integreat, the app for new arrivals: it reads a calendar each night, with rules of its own."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from icalendar import Calendar

from channels.feeds.options import integreat
from channels.linting.finding import Finding
from channels.received.sample import Sample

KINDS = ("calendar",)
SOURCE = "Integreat, Import externer Kalender"
URL = "https://github.com/digitalfabrik/integreat-cms"
_REPEATS = {"WEEKLY", "MONTHLY", "YEARLY"}


def applies(sample: Sample) -> bool:
    """Only if the calendar is marked as one for Integreat."""
    return integreat(sample.channel)


def lint(sample: Sample) -> Iterator[Finding]:
    """DTEND, not DURATION; the link in the description; one language; rules for repetition."""
    if not sample.file:
        return
    entry = Calendar.from_ical(sample.file).walk("VEVENT")[0]
    if "DTEND" not in entry:
        yield Finding(
            _("Integreat braucht ein Ende (DTEND), sonst fehlt der Termin dort."), SOURCE, "must", URL
        )
    link, text = str(entry.get("URL", "")), str(entry.get("DESCRIPTION", ""))
    if link and link not in text:
        yield Finding(
            _("Integreat liest das Feld für den Link nicht. Der Link muss in der Beschreibung stehen."),
            SOURCE,
            "should",
            URL,
        )
    rule = entry.get("RRULE")
    if rule and not _REPEATS & {str(one) for one in rule.get("FREQ", [])}:
        yield Finding(_("Diese Wiederholung kann Integreat nicht lesen."), SOURCE, "must", URL)
    if sample.channel.language != "de":
        yield Finding(
            _("Integreat liest Kalender nur in der Hauptsprache, das ist meist Deutsch."), SOURCE, "hint", URL
        )
