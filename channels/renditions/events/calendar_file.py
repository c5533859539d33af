"""An event for calendars (RFC 5545): the same UID for ever, a higher SEQUENCE with every change."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

import icalendar

from channels.renditions.events.entry import event_facts, told_title
from outreach.addresses import absolute, base
from outreach.profile import city
from postings.documents.cleaning import clean_text, one_line
from postings.models import Event

#: What a calendar shows, besides the title: everything but when and where, which have fields of their own.
_OWN_FIELDS = frozenset({"when", "where"})


def calendar_file(event: Event) -> bytes:
    """One event as a file that people open with their calendar."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{one_line(city()['name'])}//outreach//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if event.cancelled_at else "PUBLISH")
    calendar.add_component(vevent(event, absolute(event.get_absolute_url())))
    return calendar.to_ical()


def vevent(event: Event, link: str) -> icalendar.Event:
    """The event with its link in the description too, since some readers ignore URL."""
    entry = icalendar.Event()
    entry.add("uid", uid(event))
    entry.add("dtstamp", _utc(event.updated_at))
    entry.add("last-modified", _utc(event.updated_at))
    entry.add("created", _utc(event.created_at))
    entry.add("sequence", event.sequence)
    entry.add("dtstart", _utc(event.starts_at))
    entry.add("dtend", _utc(event.ends_at))
    entry.add("summary", told_title(event))
    entry.add("location", one_line(event.place))
    entry.add("description", _description(event, link))
    entry.add("url", link)
    entry.add("status", "CANCELLED" if event.cancelled_at else "CONFIRMED")
    return entry


def uid(event: Event) -> str:
    """Permanent: made of the row and the city's own host, which stays when the service moves."""
    return f"termin-{event.pk}@{urlsplit(city().get('website') or base()).hostname}"


def _description(event: Event, link: str) -> str:
    facts = [
        f"{fact['label']}: {fact['value']}" for fact in event_facts(event) if fact["key"] not in _OWN_FIELDS
    ]
    return "\n".join([clean_text(event.description).strip(), "", *facts, link])


def _utc(moment: datetime.datetime) -> datetime.datetime:
    """Whole seconds in UTC: no time zone table needed, and nothing to misread."""
    return moment.astimezone(datetime.UTC).replace(microsecond=0)
