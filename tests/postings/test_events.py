"""The life of an event: saved, announced, changed, cancelled, warned about when late."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from postings import events
from postings.forms import EventForm
from postings.models import Event


def open_day(weeks: float = 10, **fields) -> Event:
    start = timezone.now() + datetime.timedelta(weeks=weeks)
    return Event(
        title="Tag der offenen Tür", description="Kommen Sie!", place="Rathaus", starts_at=start,
        ends_at=start + datetime.timedelta(hours=4), **fields,
    )  # fmt: skip


@pytest.fixture
def saved(editor):
    """saved(weeks=…) -> a stored draft."""

    def make(*args, **fields) -> Event:
        event = open_day(*args, **fields)
        events.save(event, by=editor, postings=[])
        return event

    return make


@pytest.fixture
def change(editor):
    """change(event, place=…) -> what visitors must be told."""

    def make(event: Event, **fields) -> list[str]:
        for name, value in fields.items():
            setattr(event, name, value)
        return events.save(event, by=editor, postings=[])

    return make


def test_a_saved_event_gets_an_address_and_is_not_public_yet(saved):
    event = saved()
    assert event.slug == "tag-der-offenen-tuer"
    assert events.state(event) == "draft"
    assert not Event.objects.announced().exists()


def test_announcing_twice_keeps_the_first_time(saved):
    event = saved()
    assert events.announce(event)
    first = Event.objects.get().announced_at
    assert not events.announce(event)
    assert Event.objects.get().announced_at == first
    assert events.state(event) == "announced"


def test_what_is_over_cannot_be_announced(saved):
    with pytest.raises(events.Refused, match="vorbei"):
        events.announce(saved(-1))


@pytest.mark.parametrize(("weeks", "warned"), [(10, False), (5, True)])
def test_late_events_are_warned_about(saved, weeks, warned):
    event = saved(weeks)
    assert bool(events.lead_time_warning(event)) is warned
    assert list(events.late(timezone.now())) == ([event] if warned else [])


def test_announced_cancelled_or_past_events_are_not_late(saved):
    events.announce(saved(5))
    saved(-1)
    assert not events.late(timezone.now()).exists()


def test_a_draft_changes_silently(saved, change):
    event = saved()
    assert change(event, place="Stadthalle") == []
    assert Event.objects.get().sequence == 0


def test_only_what_visitors_must_know_counts_as_a_change(saved, change):
    event = saved()
    events.announce(event)
    assert change(event, title="Offene Tür", description="Neu.", reminders=[3]) == []
    assert (event.sequence, events.state(event)) == (0, "announced")
    assert change(event, place="Stadthalle", languages="Deutsch, Türkisch") == ["place", "languages"]
    stored = Event.objects.get()
    assert (stored.sequence, stored.changed_at is not None, events.state(stored)) == (1, True, "changed")


def test_the_old_beginning_is_kept_for_a_moved_event(saved, change):
    event = saved()
    events.announce(event)
    before = event.starts_at
    change(event, starts_at=before + datetime.timedelta(days=1), ends_at=before + datetime.timedelta(days=2))
    assert Event.objects.get().previous_starts_at == before


def test_cancelling_needs_a_reason_and_keeps_the_event(saved):
    event = saved()
    with pytest.raises(events.Refused, match="öffentlicher Termin"):
        events.cancel(event, reason="Sturm")
    events.announce(event)
    with pytest.raises(events.Refused, match="Grund"):
        events.cancel(event, reason="  ")
    events.cancel(event, reason="Sturm\nund Regen")
    assert (event.cancel_reason, event.sequence, events.state(event)) == ("Sturm und Regen", 1, "cancelled")
    with pytest.raises(events.Refused, match="schon abgesagt"):
        events.cancel(event, reason="Sturm")


def test_a_cancelled_or_past_event_takes_no_change(saved, change):
    event, past = saved(), saved()
    events.announce(event)
    events.cancel(event, reason="Sturm")
    with pytest.raises(events.Refused, match="abgesagt"):
        change(event, place="Stadthalle")
    events.announce(past)
    Event.objects.filter(pk=past.pk).update(ends_at=timezone.now() - datetime.timedelta(hours=1))
    with pytest.raises(events.Refused, match="vorbei"):
        change(past, place="Stadthalle")


@pytest.mark.parametrize(
    ("before_start", "due"), [(14.2, None), (13.9, 14), (12.9, None), (1.9, 2), (0.9, None), (-0.01, None)]
)
def test_reminders_come_due_for_one_day(saved, before_start, due):
    event = saved(reminders=[14, 2])
    events.announce(event)
    now = event.starts_at - datetime.timedelta(days=before_start)
    assert events.due_reminder(event, now) == due


def test_nobody_is_reminded_of_what_they_were_told_a_moment_ago(saved):
    event = saved(2, reminders=[14])
    events.announce(event)
    assert events.due_reminder(event, event.starts_at - datetime.timedelta(days=13.99)) is None


def test_the_form_knows_the_citys_reminders_and_takes_numbers_only(db):
    assert EventForm().initial["reminders"] == "14, 2"
    form = EventForm({"reminders": "2; 14, 14"})
    form.is_valid()
    assert form.cleaned_data["reminders"] == [14, 2]
    for wrong in ("zwei", "0", "-1", "91", "²"):
        form = EventForm({"reminders": wrong})
        assert "reminders" in form.errors
