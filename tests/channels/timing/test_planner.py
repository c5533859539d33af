"""Slots of real partners and channels."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from channels import publishing
from channels.delivery import sweep
from channels.models import Channel, Delivery, Partner
from channels.timing import Planner, held_back, reaches_people, replan, when

State = Delivery.State


def test_mail_reaches_people_and_a_feed_a_machine(mail_channel, partner):
    feed = Channel(kind="atom", partner=partner)
    assert reaches_people(mail_channel)
    assert not reaches_people(feed)
    assert not reaches_people(Channel(kind="email"))
    assert not reaches_people(Channel(kind="gone", partner=partner))


def test_one_query_for_any_number_of_channels(mail_channel, second_mail_channel, django_assert_num_queries):
    for channel in (mail_channel, second_mail_channel):
        channel.partner.weekly_cap = 3
    with django_assert_num_queries(1):
        planner = Planner.of([mail_channel, second_mail_channel])
        planner.slot(mail_channel)
        planner.slot(second_mail_channel)


def test_no_query_where_nobody_set_a_cap(mail_channel, django_assert_num_queries):
    with django_assert_num_queries(0):
        Planner.of([mail_channel]).slot(mail_channel)


def test_what_was_sent_this_week_counts_for_the_cap(partner, mail_channel, publish):
    partner.weekly_cap = 2
    partner.save()
    rows = [
        publish(title=f"Stelle {number}").approved.deliveries.get(channel=mail_channel) for number in range(4)
    ]
    now = timezone.now()
    assert [row.due_at <= now for row in rows] == [True, True, False, False]
    assert rows[2].bundle and rows[2].bundle == rows[3].bundle
    assert rows[2].due_at == rows[3].due_at


def test_two_channels_of_one_partner_share_its_cap(partner, mail_channel, publish):
    second = Channel.objects.create(key="zweite", name="Zweite Adresse", kind="email", partner=partner)
    partner.weekly_cap = 1
    partner.save()
    posting = publish()
    moments = Delivery.objects.filter(channel__in=[mail_channel, second], version=posting.approved)
    assert sum(row.due_at <= timezone.now() for row in moments) == 1


def test_what_no_moment_is_left_for_says_so_and_is_not_sent(partner, mail_channel, publish, days, mailoutbox):
    partner.paused_until = days(40)
    partner.save()
    row = publish(deadline=days(5)).approved.deliveries.get(channel=mail_channel)
    assert row.state == State.WAITING and "Pause" in row.error
    for later in (0, 5, 6, 41):
        sweep(timezone.now() + datetime.timedelta(days=later))
    row.refresh_from_db()
    assert row.state == State.CANCELLED
    assert mailoutbox == []


def test_who_comes_back_early_gets_what_was_held_back(partner, mail_channel, publish, days, mailoutbox):
    partner.paused_until = days(40)
    partner.save()
    publish(deadline=days(5))
    partner.paused_until = None
    partner.save()
    assert replan(partner) == 1
    sweep(timezone.now() + datetime.timedelta(minutes=1))
    assert len(mailoutbox) == 1


def test_a_pause_that_begins_now_holds_back_what_waited(partner, mail_channel, publish, days):
    partner.rhythm = "weekly"
    partner.save()
    soon = publish(title="Eilt", deadline=days(9)).approved.deliveries.get(channel=mail_channel)
    later = publish(title="Eilt nicht", deadline=days(60)).approved.deliveries.get(channel=mail_channel)
    partner.paused_until = days(20)
    partner.save()
    replan(partner)
    soon.refresh_from_db()
    later.refresh_from_db()
    assert soon.error and timezone.localdate(soon.due_at) > days(9)
    assert later.error == "" and timezone.localdate(later.due_at) >= days(20)


def test_an_end_waits_for_the_night_but_not_for_the_week(partner, mail_channel, publish, editor):
    partner.rhythm = "weekly"
    partner.save()
    posting = publish()
    told = posting.approved.deliveries.get(channel=mail_channel, action="publish")
    Delivery.objects.filter(pk=told.pk).update(state=State.SENT, sent_at=timezone.now())
    publishing.close(posting, by=editor)
    end = posting.approved.deliveries.get(channel=mail_channel, action="close")
    assert timezone.now() < end.due_at <= timezone.now() + datetime.timedelta(days=1, hours=1)


def test_new_wishes_give_new_moments_and_one_message_stays_one(partner, mail_channel, publish):
    partner.rhythm = "weekly"
    partner.save()
    rows = [
        publish(title=f"Stelle {number}").approved.deliveries.get(channel=mail_channel) for number in range(2)
    ]
    assert all(row.due_at > timezone.now() for row in rows)
    partner.rhythm = "at_once"
    partner.save()
    assert replan(partner) == 2
    for row in rows:
        row.refresh_from_db()
    assert all(row.due_at <= timezone.now() for row in rows)
    assert rows[0].bundle and rows[0].bundle == rows[1].bundle


def test_two_approvals_at_once_wait_for_each_other(partner, mail_channel, publish):
    partner.weekly_cap = 2
    partner.save()
    with CaptureQueriesContext(connection) as queries:
        publish()
    locked = [query["sql"] for query in queries if 'FROM "channels_partner"' in query["sql"]]
    counted = [query["sql"] for query in queries if 'FROM "channels_delivery"' in query["sql"]]
    assert locked and counted
    if connection.features.has_select_for_update:
        assert any("FOR UPDATE" in sql for sql in locked)


def test_replanning_leaves_alone_what_was_tried(partner, mail_channel, publish):
    row = publish().approved.deliveries.get(channel=mail_channel)
    later = timezone.now() + datetime.timedelta(hours=5)
    Delivery.objects.filter(pk=row.pk).update(attempts=2, due_at=later)
    assert replan(partner) == 0
    row.refresh_from_db()
    assert row.due_at == later


@pytest.mark.parametrize("why", ["cap", "pause", "quiet", "deadline"])
def test_every_slot_has_words(why, partner, mail_channel):
    from channels.timing.slots import Slot, bundle_of

    now = timezone.now()
    assert held_back(Slot(None, why=why)) == when(Slot(None, why=why))
    assert "Uhr (" in when(Slot(now, bundle_of(1, now), why))
    assert when(Slot(now)) == "sofort"


def test_nothing_that_is_late_wakes_a_partner_at_night(partner, mail_channel, publish, mailoutbox):
    """No worker ran, or a try failed: when it goes on in the evening, it waits for the morning."""
    row = publish().approved.deliveries.get(channel=mail_channel)
    Partner.objects.update(quiet_from=datetime.time(20), quiet_until=datetime.time(7))
    evening = timezone.make_aware(
        datetime.datetime.combine(timezone.localdate() + datetime.timedelta(days=1), datetime.time(21))
    )
    Delivery.objects.filter(pk=row.pk).update(attempts=1)
    sweep(evening)
    row.refresh_from_db()
    assert (row.state, mailoutbox) == (State.WAITING, [])
    assert timezone.localtime(row.due_at).time() == datetime.time(7)
    sweep(evening + datetime.timedelta(hours=10, minutes=1))
    assert len(mailoutbox) == 1
