"""The calendar as programs and as Integreat's importer read it."""

import datetime
import re

import icalendar
import pytest
from django.utils import timezone

from channels.models import Channel, Link

pytestmark = pytest.mark.django_db


def integreat(body: bytes) -> dict[str, dict]:
    """What Integreat's importer would make of a calendar; KeyError and ValueError drop an event there.

    Written from `external_calendar_utils.py`: UID, SUMMARY, DTSTART and DTEND are needed, DURATION is not
    known; dates and clock times are taken as they stand, without looking at the time zone; URL and STATUS are
    not read; RRULE only weekly, monthly or yearly with weeks from Monday.
    """
    found = {}
    for event in icalendar.Calendar.from_ical(body).walk("VEVENT"):
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        rule = event.get("RRULE")
        if rule and (rule["FREQ"] == ["DAILY"] or rule.get("WKST", ["MO"]) != ["MO"]):
            raise ValueError(rule)
        text, place = str(event.get("DESCRIPTION", "")), str(event.get("LOCATION", ""))
        found[str(event["UID"])] = {
            "title": str(event["SUMMARY"]),
            "content": f"{text}\n\n{place}" if place else text,
            "from": (start.date(), start.time()),
            "until": (end.date(), end.time()),
        }
    return found


def test_it_comes_back_as_it_went(fetch, announce, feed_channel):
    event = announce()
    body = fetch("events.ics")
    calendar = icalendar.Calendar.from_ical(body)
    (entry,) = calendar.walk("VEVENT")
    assert entry.decoded("DTSTART") == event.starts_at
    assert entry.decoded("DTEND") == event.ends_at
    assert entry["UID"] == f"termin-{event.pk}@www.neustadt.example"
    assert entry["STATUS"] == "CONFIRMED"
    assert entry["URL"].endswith(Link.objects.get(event=event, channel=feed_channel).code)
    assert entry.decoded("DTSTAMP").utcoffset() == datetime.timedelta(0)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert not calendar.errors and not entry.errors


def test_rfc_7986(fetch, announce):
    announce()
    text = fetch("events.ics").decode().replace("\r\n ", "")
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in text
    assert "\r\nSOURCE;VALUE=URI:https://jobs.neustadt.example/feeds/alle-stellen/events.ics\r\n" in text
    assert "\r\nNAME:Termine in Neustadt: Alle Stellen\r\n" in text


def test_lines_end_and_fold_as_the_standard_says(fetch, announce):
    announce(description="Ä🎉 " * 300)
    body = fetch("events.ics")
    assert b"\n" not in body.replace(b"\r\n", b"")
    lines = body.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut in two


def test_integreat_takes_it_in(fetch, announce, feed_channel):
    event = announce()
    (found,) = integreat(fetch("events.ics")).values()
    assert found["title"] == "Tag der offenen Tür"
    local = timezone.localtime(event.starts_at)
    assert found["from"] == (local.date(), local.time()), "the clock time people read on the poster"
    link = Link.objects.get(event=event, channel=feed_channel)
    assert f"/l/{link.code}" in found["content"], "Integreat reads no URL"
    for words in (
        "Stufenlos.",
        "Deutsch, Türkisch",
        "https://anmeldung.neustadt.example/tag?a=1&b=2",
        "Rathaus",
    ):
        assert words in found["content"]


@pytest.mark.parametrize("month", [1, 7])
def test_summer_and_winter(fetch, announce, month):
    """08:30 is 08:30 in either half of the year."""
    year = timezone.localdate().year + 1
    zone = timezone.get_current_timezone()
    start = datetime.datetime(year, month, 15, 8, 30, tzinfo=zone)
    announce(starts_at=start, ends_at=start + datetime.timedelta(hours=1))
    (found,) = integreat(fetch("events.ics")).values()
    assert found["from"] == (datetime.date(year, month, 15), datetime.time(8, 30))


def test_an_empty_calendar_is_a_calendar(fetch):
    calendar = icalendar.Calendar.from_ical(fetch("events.ics"))
    assert calendar.walk("VEVENT") == []
    assert calendar["PRODID"]


def test_nothing_is_slipped_in(fetch, announce):
    announce(
        title="Fest\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:böse",
        place="Platz\nATTENDEE:mailto:x@y.example",
        description="Zeile\nATTACH:https://böse.example\x01\x0b; , \\ \u202e",
    )
    calendar = icalendar.Calendar.from_ical(fetch("events.ics"))
    (entry,) = calendar.walk("VEVENT")
    assert {"ATTENDEE", "ATTACH"}.isdisjoint(entry)
    assert "\n" not in entry["SUMMARY"] and "\n" not in entry["LOCATION"]
    assert not re.search("[\x00-\x08\x0b\u202e]", entry["DESCRIPTION"])
    assert "; , \\" in entry["DESCRIPTION"]


def test_a_jobs_channel_has_a_calendar_address_too(fetch):
    channel = Channel.objects.create(key="boerse", name="Börse", kind="indeed")
    assert integreat(fetch("events.ics", channel)) == {}
