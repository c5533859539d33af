"""An event as calendar entry, structured data, mail and feed entry."""

from __future__ import annotations

import datetime

import extruct
import icalendar
import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from channels.renditions.events.calendar_file import calendar_file, uid
from channels.renditions.events.entry import event_entry, event_facts
from channels.renditions.events.jsonld import event_jsonld
from channels.renditions.events.mail import event_mail
from channels.renditions.forms import messenger
from channels.renditions.jobposting import as_script
from postings.models import Event

START = timezone.make_aware(datetime.datetime(2027, 1, 16, 10, 0))


def event(**fields) -> Event:
    known = {
        "pk": 7, "slug": "tag", "title": "Tag der offenen Tür", "description": "Kommen Sie!\n\n- Führungen",
        "starts_at": START, "ends_at": START + datetime.timedelta(hours=5), "place": "Rathaus",
        "languages": "Deutsch, Türkisch", "accessibility": "Stufenlos.",
        "registration_url": "https://anmelden.example/tag",
    }  # fmt: skip
    return Event(**{**known, **fields})


def vevent(given: Event) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(calendar_file(given)).walk("VEVENT")
    return found


def test_when_is_told_with_the_day():
    facts = {fact["key"]: fact["value"] for fact in event_facts(event())}
    assert facts["when"] == "Samstag, 16. Januar 2027, 10:00 bis 15:00 Uhr"
    over_night = event(ends_at=START + datetime.timedelta(days=1))
    last = event_facts(over_night)[0]["value"]
    assert last == "Samstag, 16. Januar 2027, 10:00 Uhr bis Sonntag, 17. Januar 2027, 10:00 Uhr"


def test_a_calendar_takes_the_event():
    found = vevent(event(sequence=2))
    assert found["UID"] == uid(event()) == "termin-7@www.neustadt.example"
    assert found.decoded("DTSTART") == START
    assert found.decoded("DTEND") == START + datetime.timedelta(hours=5)
    assert (found["SEQUENCE"], found["STATUS"], found["LOCATION"]) == (2, "CONFIRMED", "Rathaus")
    assert "https://jobs.neustadt.example/stellen/termine/tag/" in found["DESCRIPTION"]
    assert "Sprachen: Deutsch, Türkisch" in found["DESCRIPTION"]


def test_a_calendar_learns_of_the_cancellation():
    text = calendar_file(event(cancelled_at=START, cancel_reason="Sturm", sequence=3))
    assert b"METHOD:CANCEL" in text
    found = vevent(event(cancelled_at=START, cancel_reason="Sturm", sequence=3))
    assert (found["UID"], found["STATUS"], found["SEQUENCE"]) == (uid(event()), "CANCELLED", 3)
    assert found["SUMMARY"] == "Abgesagt: Tag der offenen Tür"


@given(st.text(max_size=300), st.text(max_size=200), st.text(max_size=300))
def test_no_text_breaks_the_calendar(title, place, description):
    text = calendar_file(event(title=title, place=place, description=description))
    assert b"\r\n" in text
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert found["UID"] == uid(event())
    assert len(found.property_items()) == len(vevent(event()).property_items())


def jsonld(given: Event) -> dict:
    page = f'<script type="application/ld+json">{as_script(event_jsonld(given))}</script>'
    (data,) = extruct.extract(page, syntaxes=["json-ld"], uniform=True)["json-ld"]
    return data


def test_search_engines_read_the_event():
    data = jsonld(event())
    assert data["@type"] == "Event"
    assert (data["startDate"], data["endDate"]) == ("2027-01-16T10:00:00+01:00", "2027-01-16T15:00:00+01:00")
    assert data["eventStatus"].endswith("/EventScheduled")
    assert data["eventAttendanceMode"].endswith("/OfflineEventAttendanceMode")
    assert data["location"]["address"]["addressLocality"] == "Neustadt"
    assert data["organizer"]["name"] == "Stadt Neustadt"


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"previous_starts_at": START}, "EventRescheduled"), ({"cancelled_at": START}, "EventCancelled")],
)
def test_search_engines_learn_of_changes(fields, status):
    data = jsonld(event(**fields))
    assert data["eventStatus"] == f"https://schema.org/{status}"
    assert ("previousStartDate" in data) is (status == "EventRescheduled")


@pytest.mark.parametrize(("attendance", "places"), [("online", 1), ("mixed", 2)])
def test_an_event_on_the_internet_has_an_address_there(attendance, places):
    location = jsonld(event(attendance=attendance))["location"]
    found = location if isinstance(location, list) else [location]
    assert len(found) == places
    assert found[-1] == {"@type": "VirtualLocation", "url": "https://anmelden.example/tag"}


HOSTILE = '<script>alert(1)</script>" ]]>\r\nBcc: x'


@pytest.fixture
def stored(editor) -> Event:
    given = event(title=HOSTILE, place=HOSTILE, created_by=editor)
    given.save()
    return given


@pytest.mark.parametrize("action", ["publish", "change", "remind", "close"])
def test_hostile_words_stay_text(stored, mail_channel, action):
    mail = event_mail(stored, mail_channel, action)
    assert "\n" not in mail["subject"]
    assert "<script>" not in mail["html"]
    assert "<script>alert(1)</script>" in mail["text"]
    entry = event_entry(stored, mail_channel)
    assert "<script>" not in entry["html"]
    assert "\n" not in entry["title"]


def test_the_partners_code_stands_in_the_text_to_pass_on_only(stored, mail_channel):
    mail = event_mail(stored, mail_channel, "publish")
    own, shared = (stored.links.get(channel=mail_channel), stored.links.exclude(channel=mail_channel).get())
    assert own.code in mail["forward"]
    assert shared.code not in mail["forward"]
    assert f'href="https://jobs.neustadt.example/l/{shared.code}"' in mail["html"]
    assert f"/l/{own.code}" not in mail["html"].split("<blockquote")[0]


def test_a_long_event_fits_into_a_messenger(mail_channel, editor):
    long = event(title="Tag der offenen Tür " * 10, accessibility="stufenlos, mit Gebärdensprache, " * 40)
    long.pk, long.created_by = None, editor
    long.save()
    made = event_mail(long, mail_channel, "publish")
    text = made["messenger"]
    assert messenger.units(text) <= messenger.UNITS
    assert text.endswith(f"Mehr erfahren: {made['link']}")
    assert "Wann: Samstag" in text and "stufenlos" not in text  # left out whole
