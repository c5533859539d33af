"""Fills an empty service with the demo city, through the same functions people use."""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from channels import publishing
from channels.models import Channel, Partner
from outreach.demo import accounts_exist, data, dates, past, year
from outreach.demo.data import Login
from outreach.people.models import Role, RoleAssignment, User
from postings import events, workflow
from postings.models import Event, Posting


def load(now: datetime.datetime | None = None, *, whole_year: bool = False) -> list[Login]:
    """Load everything at once or nothing; a city that is there already is left as people changed it.

    `whole_year`: also a year of many ads on many channels, with all its releases (`outreach.demo.year`).
    """
    now = now or timezone.now()
    logins = data.logins()
    with transaction.atomic():
        if not accounts_exist():
            _load_all(logins, now, whole_year)
    return logins


def _load_all(logins: list[Login], now: datetime.datetime, whole_year: bool) -> None:
    people = [_person(login) for login in logins]
    writer = next(person for person in people if len(person.role_set) > 1)
    approver = next(person for person in people if person.has_role(Role.APPROVER))
    _partners(now)
    _channels()
    postings = {
        entry["file"]: _posting(entry, writer, approver, now) for entry in data.read("postings")["postings"]
    }
    for entry in data.read("events")["events"]:
        _event(entry, writer, postings, now)
    past.hand_offs(data.read("handoffs")["handoffs"], postings)
    if whole_year:  # publishes the demo city's own figures with its own, week by week
        year.load(now)
    else:
        year.quarter.load(now)
        past.release_reports(now)


def _person(login: Login) -> User:
    person = User.objects.create_user(
        login.email,
        login.email,
        login.password,
        first_name=login.first_name,
        last_name=login.last_name,
    )
    RoleAssignment.objects.bulk_create(RoleAssignment(user=person, role=role) for role in login.roles)
    return person


def _partners(now: datetime.datetime) -> None:
    for entry in data.read("partners")["partners"]:
        past.joined(Partner(), entry, now).save()


def _channels() -> None:
    for entry in data.read("channels")["channels"]:
        Channel.objects.create(
            name=entry["name"],
            kind=entry["kind"],
            key=entry.get("key") or secrets.token_urlsafe(24),
            public=entry.get("public", False),
            partner=Partner.objects.get(name=entry["partner"]) if "partner" in entry else None,
            options=entry.get("options", {}),
        )


def _posting(entry: dict[str, Any], writer: User, approver: User, now: datetime.datetime) -> Posting:
    """One ad, written and led to its state by the functions that people's clicks call."""
    weeks = dates.weeks_since_written(timezone.localdate(now))
    text = dates.shifted(data.ad(entry["file"]), weeks)
    posting = workflow.create(by=writer, text=text)
    revisions = entry.get("revisions", {})
    if revisions:
        for old, new in revisions.items():
            text = text.replace(old, new)
        workflow.save(posting, by=writer, title=posting.title, text=text)
    state = entry["state"]
    if state != "draft":
        workflow.submit(posting, by=writer, comment=entry.get("comment", ""))
    if state in ("published", "closed"):
        publishing.approve(posting, by=approver)
        past.sent_long_ago(posting)
    if state == "closed":
        publishing.close(posting, by=writer, comment=entry["close_comment"])
        past.sent_long_ago(posting)
    past.backdate(posting, entry, now)
    past.open_links(posting, entry.get("opened", {}))
    return posting


def _event(entry: dict[str, Any], writer: User, postings: dict[str, Posting], now: datetime.datetime) -> None:
    monday = timezone.localdate(now) - datetime.timedelta(days=timezone.localdate(now).weekday())
    day = monday + datetime.timedelta(weeks=entry["weeks_ahead"], days=entry["weekday"] - 1)
    zone = timezone.get_current_timezone()
    event = Event(
        title=entry["title"],
        description=entry["description"].strip(),
        starts_at=datetime.datetime.combine(day, entry["starts"], zone),
        ends_at=datetime.datetime.combine(day, entry["ends"], zone),
        place=entry["place"],
        languages=entry["languages"],
        accessibility=entry["accessibility"],
        registration_url=entry["registration_url"],
        reminders=events.default_reminders(),
        families=entry["families"],
    )
    events.save(event, by=writer, postings=[postings[file] for file in entry["postings"]])
    publishing.events.announce(event)
    past.invited_long_ago(event, now)
