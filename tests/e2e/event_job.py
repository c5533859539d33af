"""The second main job: an open day, announced, in mail, feed and calendar, then called off everywhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import feedparser
import icalendar
from playwright.sync_api import Page, expect

from tests.e2e import main_job
from tests.e2e.accessibility import assert_accessible
from tests.e2e.main_job import PARTNER, fetch
from tests.e2e.service import Service

TITLE = "Offenes Rathaus E2E"


def event_job_works(page: Page, service: Service, mailbox, wait_for: Callable) -> None:
    """As the editor of the main job does it, with the partner and the feed of the main job."""
    main_job.sign_in(page, service, "editor")
    public = announce(page, service)
    mail = wait_for(lambda: mail_with(mailbox, "Einladung"))
    assert "Wo: Neues Rathaus" in mail.get_body(("plain",)).get_content()
    entry = wait_for(lambda: feed_entry(service))
    assert entry.title == TITLE
    assert fetch(entry.link).decode().count("Neues Rathaus")  # the tracked link leads to the page
    event = calendar_event(service)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 0)

    cancel(page)
    gone = wait_for(lambda: mail_with(mailbox, "Abgesagt"))
    assert "Wasserschaden" in gone.get_body(("plain",)).get_content()
    after = wait_for(lambda: (found := calendar_event(service))["STATUS"] == "CANCELLED" and found)
    assert (after["UID"], after["SEQUENCE"]) == (event["UID"], 1)
    assert feed_entry(service).title == f"Abgesagt: {TITLE}"
    page.goto(f"{service.address}{public}")
    expect(page.get_by_text("Dieser Termin ist abgesagt")).to_be_visible()
    expect(page.get_by_text("Wasserschaden")).to_be_visible()
    assert_accessible(page)


def announce(page: Page, service: Service) -> str:
    """Write it and announce it in one step. Returns the public address."""
    start = datetime.datetime.now() + datetime.timedelta(weeks=10)
    page.goto(f"{service.address}/veranstaltungen/neu/")
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=description]").fill("Schauen Sie herein.\n\n- Führungen\n- Beratung")
    page.locator("[name=starts_at]").fill(f"{start:%Y-%m-%dT10:00}")
    page.locator("[name=ends_at]").fill(f"{start:%Y-%m-%dT15:00}")
    page.locator("[name=place]").fill("Neues Rathaus")
    page.locator("[name=languages]").fill("Deutsch, Arabisch")
    assert_accessible(page)
    page.get_by_role("button", name="Speichern und ankündigen").click()
    expect(page.get_by_text("steht jetzt auf der öffentlichen Seite")).to_be_visible()
    assert_accessible(page)
    return page.get_by_role("link", name="Öffentliche Seite").get_attribute("href")


def cancel(page: Page) -> None:
    """On the staff page of the event."""
    page.get_by_label("Grund").fill("Wasserschaden im Lichthof")
    page.get_by_role("button", name="Termin absagen").click()
    expect(page.get_by_text("Der Termin ist abgesagt. Alle, die davon wissen, erfahren es.")).to_be_visible()


def mail_with(mailbox, word: str):
    """The partner's mail about the event whose subject starts with this word, if it has come."""
    to_partner = [mail for mail in mailbox.messages if PARTNER in mail["X-Rcpt"]]
    return next((mail for mail in to_partner if mail["Subject"].startswith(f"{word}: {TITLE}")), None)


def feed_entry(service: Service):
    """The event in the public feed, if it is there."""
    feed = feedparser.parse(fetch(f"{service.address}/feeds/e2e-feed/atom.xml"))
    return next((entry for entry in feed.entries if TITLE in entry.title), None)


def calendar_event(service: Service) -> icalendar.Event:
    """The event in the public calendar."""
    calendar = icalendar.Calendar.from_ical(fetch(f"{service.address}/feeds/e2e-feed/events.ics"))
    (event,) = (event for event in calendar.walk("VEVENT") if TITLE in event["SUMMARY"])
    return event
