"""A channel's events as a calendar to subscribe to (RFC 5545), in the shape Integreat's importer reads.

Local times with their time zone: Integreat takes the clock time as it stands. Always DTEND, never DURATION;
the link stands in the description, since Integreat reads no URL.
"""

from __future__ import annotations

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar, Event, vDuration

from channels.feeds import naming
from channels.feeds.contents import Content, Item
from channels.feeds.entries import render, render_event
from channels.feeds.options import CalendarOptions
from outreach.addresses import absolute

__all__ = ["render", "render_event", "write"]

NAME = _("Kalender (iCalendar)")
FILE = "events.ics"
MIME = "text/calendar; charset=utf-8"
CARRIES = ("events",)
PLACE = 2
ABOUT = _("Für Kalender am Handy oder Computer: Termine erscheinen und ändern sich von selbst.")
OPTIONS = CalendarOptions
SCHEME = "webcal"  # opens the calendar program
REFRESH = datetime.timedelta(hours=6)


def write(content: Content) -> bytes:
    """The calendar; lines are folded and end with CRLF."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{naming.publisher()}//outreach//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, naming.calendar_title(content.channel))
    calendar.add("url", absolute(reverse("public:postings")))
    calendar.add("source", content.address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH).to_ical().decode())
    for item in content.items:
        calendar.add_component(_event(item))
    if content.items:
        _add_timezone(calendar, content.items)
    return calendar.to_ical()


def _add_timezone(calendar: Calendar, items: list[Item]) -> None:
    """When the clocks change around these events, instead of for a lifetime."""
    days = [_local(item.entry[key]).date() for item in items for key in ("starts_at", "ends_at")]
    year = datetime.timedelta(days=366)
    calendar.add_missing_timezones(first_date=min(days) - year, last_date=max(days) + year)


def _event(item: Item) -> Event:
    entry, event = item.entry, Event()
    event.add("uid", item.uid)
    event.add("dtstamp", item.updated.astimezone(datetime.UTC))
    event.add("last-modified", item.updated.astimezone(datetime.UTC))
    event.add("sequence", entry["sequence"])
    event.add("dtstart", _local(entry["starts_at"]))
    event.add("dtend", _local(entry["ends_at"]))
    event.add("summary", item.title, parameters={"LANGUAGE": entry["language"]})
    event.add("description", entry["text"])
    event.add("location", entry["place"])
    event.add("url", entry["link"])
    event.add("status", "CANCELLED" if item.cancelled else "CONFIRMED")
    if entry["categories"]:
        event.add("categories", entry["categories"])
    return event


def _local(moment: str) -> datetime.datetime:
    return timezone.localtime(parse_datetime(moment))
