"""Where what has ended may still be seen: told honestly, with what a person can do."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, FeedSnapshot, HandOff
from channels.publishing import ending, events
from postings.models import Event

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture
def end(publish, editor):
    """end(sent state, closing state) -> where the closed ad may still be seen, search engines apart."""

    def make(first: str = State.SENT, closing: str = State.SENT, **fields) -> dict[str, ending.Visible]:
        posting = publish()
        Delivery.objects.filter(state=State.WAITING).update(state=first)
        publishing.close(posting, by=editor)
        told = Delivery.objects.filter(action=Delivery.Action.CLOSE, channel__kind__in=["email", "wall"])
        told.update(state=closing, **fields)
        return places(posting)

    return make


def places(subject, now=None) -> dict[str, ending.Visible]:
    found = ending.still_visible(subject, now)
    return {place.place: place for place in found if place.place != "Suchmaschinen"}


def test_what_goes_on_is_not_asked_about(publish, mail_channel):
    assert ending.still_visible(publish()) == []


def test_mails_cannot_be_called_back_but_the_end_was_told(end, mail_channel):
    place = end()["Mail an Brücke"]
    assert "nicht zurückholen" in place.why
    assert not place.waits


@pytest.mark.parametrize("closing", [State.FAILED, State.UNCONFIRMED, State.CANCELLED])
def test_who_did_not_hear_of_the_end_is_to_be_told_by_a_person(end, mail_channel, closing):
    place = end(closing=closing)["Mail an Brücke"]
    assert place.waits
    assert "Verein Brücke" in place.todo
    assert "jobs@bruecke.example" in place.todo


def test_a_partner_who_left_meanwhile_hears_of_an_early_end_from_a_person_only(publish, editor, mail_channel):
    posting = publish()
    Delivery.objects.update(state=State.SENT)
    Channel.objects.update(active=False)
    publishing.close(posting, by=editor)
    Delivery.objects.filter(action="close").delete()
    assert places(posting)["Mail an Brücke"].waits
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    posting.deadline = yesterday
    assert not places(posting)["Mail an Brücke"].waits


def test_who_never_got_it_is_not_named(end, mail_channel):
    assert end(first=State.FAILED) == {}


def test_a_post_that_was_changed_or_deleted_is_settled(end, wall):
    assert end(remote={"how": "edited"}) == {}


@pytest.mark.parametrize(
    ("closing", "fields", "why", "waits"),
    [
        (State.SENT, {"remote": {"how": "answered"}}, "nicht mehr ändern", True),
        (State.FAILED, {"error": "Kein Zugang mehr."}, "Kein Zugang mehr.", True),
        (State.UNCONFIRMED, {}, "unklar", True),
        (State.CANCELLED, {}, "nichts erfahren", True),
        (State.WAITING, {}, "unterwegs", False),
        (State.WAITING, {"attempts": 3}, "Nächster Versuch", False),
    ],
)
def test_a_post_that_was_not_changed_is_told(end, wall, closing, fields, why, waits):
    place = end(closing=closing, **fields)["Wand im Netz"]
    assert why in place.why
    assert place.waits is waits
    assert place.todo


def test_papers_hang_until_somebody_takes_them_down(publish, editor, mail_channel):
    posting = publish()
    Delivery.objects.update(state=State.SENT)
    paper = HandOff.objects.create(delivery=Delivery.objects.get(), how="put_up", way="qr")
    publishing.close(posting, by=editor)
    place = places(posting)["Aushang: Verein Brücke"]
    assert place.waits
    assert place.handoff == paper
    HandOff.objects.update(removed_at=timezone.now())
    assert "Aushang: Verein Brücke" not in places(posting)


def test_what_was_passed_on_leads_to_a_page_that_says_so(publish, editor, mail_channel):
    posting = publish()
    Delivery.objects.update(state=State.SENT)
    HandOff.objects.create(delivery=Delivery.objects.get(), how="forwarded", way="page")
    publishing.close(posting, by=editor)
    assert not places(posting)["Verein Brücke"].waits


def test_a_held_feed_still_shows_it(publish, editor, feed_channel):
    posting = publish()
    publishing.close(posting, by=editor)
    assert not places(posting)["Alle Stellen"].waits
    FeedSnapshot.objects.create(
        channel=feed_channel,
        file="atom.xml",
        held={f"ad:{posting.pk}": 1},
        held_since=timezone.now(),
    )
    place = places(posting)["Alle Stellen"]
    assert place.waits
    assert "angehalten" in place.why


def test_slow_readers_have_looked_again_after_a_week(publish, editor, feed_channel):
    posting = publish()
    publishing.close(posting, by=editor)
    assert [place.place for place in ending.still_visible(posting)] == ["Alle Stellen", "Suchmaschinen"]
    assert ending.still_visible(posting, timezone.now() + datetime.timedelta(days=8)) == []


def test_what_waits_for_a_person_comes_first(end, mail_channel, wall):
    found = list(end(closing=State.FAILED, error="x").values())
    assert [place.waits for place in found] == sorted((place.waits for place in found), reverse=True)


def test_a_cancelled_event_is_looked_after_too(editor, mail_channel):
    start = timezone.now() + datetime.timedelta(weeks=10)
    event = Event(title="T", description="D", place="P", starts_at=start, ends_at=start)
    events.save(event, by=editor, postings=[])
    events.announce(event)
    Delivery.objects.update(state=State.SENT)
    assert ending.still_visible(event) == []
    events.cancel(event, reason="Sturm")
    assert "unterwegs" in places(event)["Mail an Brücke"].todo
