"""The open days of the demo year, all over by now: announced on every channel that takes events."""

from __future__ import annotations

import datetime
import random
from typing import Any, NamedTuple

from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel, Delivery, Link
from channels.publishing import outbox
from outreach.demo.year import ways
from outreach.demo.year.files import read
from postings import events
from postings.models import Event, Posting
from postings.slugs import free_slug

#: Weeks between two events, and how long before its day each is announced.
EVERY, AHEAD = 7, 5
_WEEK = datetime.timedelta(weeks=1)
_DAY = datetime.timedelta(days=1)


class Held(NamedTuple):
    """The events, and a code of each for every channel and language."""

    events: list[Event]
    codes: list[Link]


def announce(
    first: datetime.date,
    last: datetime.date,
    postings: list[Posting],
    chosen: list[tuple[Channel, dict[str, Any]]],
    draw: random.Random,
) -> Held:
    """One every few weeks from `first`, the last one over by `last`; nobody is told of them any more."""
    taking = [(channel, entry) for channel, entry in chosen if registry.takes_events(channel.kind)]
    entries = read("gatherings")["gatherings"]
    held: list[Event] = []
    day = first + EVERY * _WEEK
    while day + (AHEAD + 1) * _WEEK <= last:
        held.append(_event(entries[len(held) % len(entries)], day, postings[0]))
        day += EVERY * _WEEK
    codes = ways.codes(held, taking, draw) if held else []
    Delivery.objects.bulk_create(_invitation(event, channel) for event in held for channel, _entry in taking)
    return Held(held, codes)


def _event(entry: dict[str, Any], announced: datetime.date, posting: Posting) -> Event:
    zone = timezone.get_default_timezone()
    day = announced + AHEAD * _WEEK + (entry["weekday"] - 1 - announced.weekday()) * _DAY
    told = datetime.datetime.combine(announced, datetime.time(11), zone)
    return Event.objects.create(
        slug=free_slug(entry["title"], Event.objects.all(), "termin"),
        title=entry["title"],
        description=entry["description"],
        starts_at=datetime.datetime.combine(day, entry["starts"], zone),
        ends_at=datetime.datetime.combine(day, entry["ends"], zone),
        place=entry["place"],
        languages=entry["languages"],
        accessibility="Der Eingang ist stufenlos.",
        families=entry["families"],
        reminders=events.default_reminders(),
        created_by=posting.created_by,
        created_at=told - _DAY,
        updated_at=told,
        announced_at=told,
    )


def _invitation(event: Event, channel: Channel) -> Delivery:
    at = event.announced_at
    return Delivery(
        key=outbox.key_of(Delivery.Action.PUBLISH, event=event),
        event=event,
        channel=channel,
        action=Delivery.Action.PUBLISH,
        state=Delivery.State.SENT,
        attempts=1,
        created_at=at,
        due_at=at,
        sent_at=at,
    )
