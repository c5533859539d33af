"""Announcing, changing, cancelling, reminding: who is told, once, and of what."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel, Delivery, HandOff, Link, Partner
from channels.publishing import catch_up
from channels.publishing import events as publishing
from postings import events as workflow
from postings.models import Event

pytestmark = pytest.mark.django_db
State = Delivery.State


def told(event: Event) -> list[tuple[str, str, str]]:
    rows = Delivery.objects.filter(event=event).order_by("pk").select_related("channel")
    return [(row.channel.kind, row.action, row.state) for row in rows]


def sent(**lookups) -> None:
    Delivery.objects.filter(state=State.WAITING, **lookups).update(state=State.SENT)


def move(event: Event, editor, place: str) -> list[str]:
    event.place = place
    return publishing.save(event, by=editor, postings=[])


def test_an_announcement_goes_to_every_channel_that_takes_events(
    invite, mail_channel, feed_channel, page_channel
):
    event = invite()
    assert sorted(told(event)) == [("atom", "publish", "sent"), ("email", "publish", "waiting")]
    codes = Link.objects.filter(event=event)
    assert {link.channel.kind for link in codes} == {"email", "atom", "mail_buttons"}
    entry = Delivery.objects.get(event=event, channel=feed_channel).rendition["feed_entry"]
    assert codes.get(channel=feed_channel).code in entry["link"]


def test_announcing_twice_invites_once(invite, mail_channel, woken):
    event = invite()
    publishing.announce(event)
    assert len(told(event)) == 1


def test_a_draft_tells_nobody(make_event, mail_channel, editor):
    event = make_event()
    move(event, editor, "Stadthalle")
    assert told(event) == []


@pytest.mark.parametrize(
    ("choice", "invited"),
    [
        ({}, True),
        ({"wants_events": False}, False),
        ({"families": ["care"]}, True),
        ({"families": ["office"]}, False),
        ({"status": Partner.Status.STOPPED}, False),
        ({"wants_ads": False}, True),
    ],
)
def test_only_the_partners_own_choice_keeps_an_event_away(invite, mail_channel, choice, invited):
    Partner.objects.update(**choice)
    assert bool(told(invite(families=["care", "green"]))) is invited


def test_a_change_is_told_to_those_who_know_with_what_is_new(invite, editor, mail_channel):
    event = invite()
    sent()
    move(event, editor, "Stadthalle")
    assert told(event) == [("email", "publish", "sent"), ("email", "change", "waiting")]
    rendition = Delivery.objects.get(action="change").rendition
    assert rendition["subject"].startswith("Geändert: Tag der offenen Tür")
    assert "Wo: Stadthalle (bisher: Rathaus)" in rendition["text"]
    assert "Wann" not in rendition["text"].split("Alles auf einen Blick")[0]


def test_an_invitation_that_still_waits_is_replaced_by_a_right_one(invite, editor, mail_channel):
    event = invite()
    move(event, editor, "Stadthalle")
    assert told(event) == [("email", "publish", "cancelled"), ("email", "publish", "waiting")]
    assert "Stadthalle" in Delivery.objects.get(state=State.WAITING).rendition["text"]


def test_two_changes_in_a_row_tell_the_last_one_only(invite, editor, mail_channel):
    event = invite()
    sent()
    move(event, editor, "Stadthalle")
    move(event, editor, "Bürgeramt")
    waiting = Delivery.objects.get(state=State.WAITING)
    assert waiting.action == "change"
    assert "Wo: Bürgeramt (bisher: Rathaus)" in waiting.rendition["text"]


def test_a_failed_invitation_is_not_changed_and_not_cancelled(invite, editor, mail_channel):
    event = invite()
    Delivery.objects.update(state=State.FAILED)
    move(event, editor, "Stadthalle")
    publishing.cancel(event, reason="Sturm")
    assert told(event) == [("email", "publish", "failed")]


@pytest.mark.parametrize("known", [State.SENT, State.SENDING, State.UNCONFIRMED])
def test_a_cancellation_reaches_all_who_may_know(invite, editor, mail_channel, feed_channel, known):
    event = invite()
    Delivery.objects.filter(channel=mail_channel).update(state=known)
    publishing.cancel(event, reason="Sturm")
    assert ("email", "close", "waiting") in told(event)
    assert ("atom", "close", "sent") in told(event)
    text = Delivery.objects.get(action="close", channel=mail_channel).rendition["text"]
    assert "findet nicht statt" in text
    assert "Grund der Absage: Sturm" in text


def test_who_did_not_know_hears_nothing_of_the_end(invite, mail_channel):
    event = invite()
    publishing.cancel(event, reason="Sturm")
    assert told(event) == [("email", "publish", "cancelled")]


def test_all_or_nothing(invite, make_event, mail_channel, monkeypatch):
    def broken(event, channel, action):
        raise RuntimeError("adapter broken")

    event = make_event()
    monkeypatch.setattr(registry.get("email"), "render_event", broken)
    with pytest.raises(RuntimeError):
        publishing.announce(event)
    event.refresh_from_db()
    assert event.announced_at is None
    assert not Delivery.objects.exists()


def test_each_reminder_goes_out_once(invite, mail_channel, feed_channel):
    event = invite()
    sent()
    for days in (14, 2):
        moment = event.starts_at - datetime.timedelta(days=days) + datetime.timedelta(hours=1)
        assert publishing.remind(moment) == 1
        assert publishing.remind(moment) == 0
    reminders = Delivery.objects.filter(action="remind")
    assert {row.key for row in reminders} == {f"event:{event.pk}:0:remind:{days}" for days in (14, 2)}
    assert {row.channel for row in reminders} == {mail_channel}


def test_a_cancelled_event_reminds_nobody(invite, mail_channel):
    event = invite()
    sent()
    publishing.cancel(event, reason="Sturm")
    assert publishing.remind(event.starts_at - datetime.timedelta(days=13.9)) == 0


def test_a_reminder_that_fails_is_tried_again(invite, mail_channel, monkeypatch):
    event = invite()
    sent()
    moment = event.starts_at - datetime.timedelta(days=13.9)
    with monkeypatch.context() as patch:
        patch.setattr(registry.get("email"), "render_event", lambda *given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publishing.remind(moment)
    assert publishing.remind(moment) == 1


def test_a_new_feed_shows_coming_events(invite, make_event):
    event = invite()
    make_event(title="Entwurf")
    publishing.cancel(invite(title="Abgesagt"), reason="Sturm")
    feed = Channel.objects.create(key="neu", name="Neu", kind="atom")
    catch_up(feed)
    catch_up(feed)
    assert [row.event for row in feed.deliveries.all()] == [event]


def test_late_announcements_are_possible(make_event, mail_channel):
    start = timezone.now() + datetime.timedelta(days=3)
    event = make_event(starts_at=start, ends_at=start + datetime.timedelta(hours=2))
    assert workflow.lead_time_warning(event)
    publishing.announce(event)
    assert told(event) == [("email", "publish", "waiting")]


def test_other_words_reach_what_is_served_and_nobody_else(invite, editor, mail_channel, feed_channel):
    event = invite()
    sent()
    event.title = "Offenes Rathaus"
    assert publishing.save(event, by=editor, postings=[]) == []
    publishing.save(event, by=editor, postings=[])
    assert [row[:2] for row in told(event)].count(("email", "change")) == 0
    entries = Delivery.objects.filter(event=event, channel=feed_channel).order_by("pk")
    assert [row.rendition["feed_entry"]["title"] for row in entries] == [
        "Tag der offenen Tür",
        "Offenes Rathaus",
    ]


def test_the_partners_rhythm_holds_for_events_too(invite, editor, mail_channel):
    Partner.objects.update(rhythm=Partner.Rhythm.WEEKLY)
    event = invite()
    row = Delivery.objects.get(event=event)
    assert row.bundle
    assert timezone.now() < row.due_at <= timezone.now() + datetime.timedelta(days=8)


def test_a_pause_beyond_the_event_holds_the_invitation_back(invite, mail_channel):
    event_day = timezone.localdate() + datetime.timedelta(weeks=11)
    Partner.objects.update(paused_until=event_day)
    row = Delivery.objects.get(event=invite())
    assert row.state == State.WAITING and row.error
    assert timezone.localdate(row.due_at) > timezone.localdate(row.event.starts_at)


def test_a_cancellation_asks_to_take_down_what_hangs(invite, mail_channel, second_mail_channel):
    event = invite()
    sent()
    HandOff.objects.create(delivery=Delivery.objects.get(channel=mail_channel), how="put_up", way="page")
    publishing.cancel(event, reason="Sturm")
    texts = {row.channel: row.rendition["text"] for row in Delivery.objects.filter(action="close")}
    assert "Bei Ihnen hängt seit dem" in texts[mail_channel]
    assert "Bei Ihnen hängt seit dem" not in texts[second_mail_channel]


def test_ads_and_events_share_a_digest(invite, publish, mail_channel, mailoutbox):
    """Real rows, the real adapter: one mail with an ad, an invitation and a cancellation in it."""
    ad, event, gone = publish(), invite(), invite(title="Jobmesse")
    sent()
    publishing.cancel(gone, reason="Sturm")
    rows = list(Delivery.objects.filter(channel=mail_channel).order_by("pk"))
    assert {(row.action, bool(row.event)) for row in rows} == {
        ("publish", False),
        ("publish", True),
        ("close", True),
    }
    registry.get("email").send_bundle(rows)
    (mail,) = mailoutbox
    markup = mail.alternatives[0][0]
    for words in (ad.title, event.title, "Grund der Absage: Sturm"):
        assert words in mail.body
    for words in (ad.title, event.title, "Abgesagt, bitte weitersagen"):
        assert words in markup
    assert "Bitte nicht mehr weitergeben" not in markup
