"""Open days: saved, announced, warned about when late."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from postings import events
from postings.models import Event


def open_day(weeks: float = 10) -> Event:
    start = timezone.now() + datetime.timedelta(weeks=weeks)
    return Event(
        title="Tag der offenen Tür", description="Kommen Sie!", place="Rathaus", starts_at=start,
        ends_at=start + datetime.timedelta(hours=4),
    )  # fmt: skip


def test_a_saved_event_gets_an_address_and_is_not_public_yet(editor):
    event = events.save(open_day(), by=editor, postings=[])
    assert event.slug == "tag-der-offenen-tuer"
    assert not Event.objects.announced().exists()


def test_announcing_twice_keeps_the_first_time(editor):
    event = events.save(open_day(), by=editor, postings=[])
    events.announce(event)
    first = Event.objects.get().announced_at
    events.announce(event)
    assert Event.objects.get().announced_at == first


@pytest.mark.parametrize(("weeks", "warned"), [(10, False), (5, True)])
def test_late_events_are_warned_about(editor, weeks, warned):
    event = events.save(open_day(weeks), by=editor, postings=[])
    assert bool(events.lead_time_warning(event)) is warned


def test_an_end_before_the_beginning_keeps_the_form(client, editor):
    client.force_login(editor)
    data = {
        "title": "T",
        "description": "D",
        "place": "P",
        "starts_at": "2027-01-10T14:00",
        "ends_at": "2027-01-10T12:00",
    }
    answer = client.post(reverse("events:new"), data)
    assert answer.status_code == 422
    assert "Das Ende liegt vor dem Beginn" in answer.content.decode()


def test_an_event_written_in_the_form_is_listed_and_announced(client, editor):
    client.force_login(editor)
    data = {
        "title": "T",
        "description": "D",
        "place": "P",
        "starts_at": "2030-01-10T14:00",
        "ends_at": "2030-01-10T18:00",
    }
    client.post(reverse("events:new"), data)
    event = Event.objects.get()
    assert reverse("events:edit", args=[event.pk]) in client.get(reverse("events:list")).content.decode()
    client.post(reverse("events:announce", args=[event.pk]))
    assert Event.objects.announced().get() == event
