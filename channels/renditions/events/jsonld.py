"""schema.org Event, as search engines read it. Only what the event or the profile says."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from outreach.addresses import absolute
from outreach.profile import city
from postings.documents.cleaning import clean_text, one_line
from postings.models import Event

_MODES = {
    Event.Attendance.ON_SITE: "OfflineEventAttendanceMode",
    Event.Attendance.ONLINE: "OnlineEventAttendanceMode",
    Event.Attendance.MIXED: "MixedEventAttendanceMode",
}


def event_jsonld(event: Event) -> dict[str, Any]:
    """The event as a dictionary for JSON-LD; unknown things have no key."""
    profile, address = city(), absolute(event.get_absolute_url())
    known = {
        "@context": "https://schema.org/",
        "@type": "Event",
        "name": one_line(event.title),
        "description": clean_text(event.description).strip(),
        "startDate": timezone.localtime(event.starts_at).isoformat(timespec="seconds"),
        "endDate": timezone.localtime(event.ends_at).isoformat(timespec="seconds"),
        "previousStartDate": _previous(event),
        "eventStatus": f"https://schema.org/{_status(event)}",
        "eventAttendanceMode": f"https://schema.org/{_MODES[event.attendance]}",
        "location": _locations(event, profile, address),
        "organizer": {
            "@type": "Organization",
            "name": profile.get("official_name") or profile["name"],
            "url": profile.get("website"),
        },
        "url": address,
    }
    return {key: value for key, value in known.items() if value not in (None, "", [], {})}


def _status(event: Event) -> str:
    if event.cancelled_at:
        return "EventCancelled"
    return "EventRescheduled" if event.previous_starts_at else "EventScheduled"


def _previous(event: Event) -> str | None:
    if not event.previous_starts_at or event.cancelled_at:
        return None
    return timezone.localtime(event.previous_starts_at).isoformat(timespec="seconds")


def _locations(event: Event, profile: dict[str, Any], address: str) -> Any:
    place = {
        "@type": "Place",
        "name": one_line(event.place),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": profile.get("town") or profile["name"],
            "addressRegion": profile.get("region"),
            "addressCountry": profile.get("country", "DE"),
        },
    }
    online = {"@type": "VirtualLocation", "url": event.registration_url or address}
    if event.attendance == Event.Attendance.ONLINE:
        return online
    return [place, online] if event.attendance == Event.Attendance.MIXED else place
