"""A worker that dies leaves a lane that nobody takes for a while, and rows nobody knows about."""

import datetime

from django.utils import timezone

from channels import delivery as outbox
from channels.delivery.lane.leases import LEASE
from channels.models import Delivery
from tests.channels.delivery.conftest import MINUTE, State, fresh

HOUR = datetime.timedelta(hours=1)


def test_a_lease_keeps_others_away(mail_delivery, sent, killed_while_sending):
    now = timezone.now()
    killed_while_sending(now)
    assert fresh(mail_delivery).state == State.SENDING
    assert outbox.sweep(now + MINUTE) == 0
    assert sent == []


def test_what_a_dead_worker_had_in_hand_becomes_unclear(mail_delivery, sent, killed_while_sending):
    now = timezone.now()
    killed_while_sending(now)
    outbox.sweep(now + LEASE + MINUTE)
    row = fresh(mail_delivery)
    assert (row.state, sent) == (State.UNCONFIRMED, [])
    assert "unterbrochen" in row.error


def test_what_it_had_not_begun_is_sent(mail_channel, publish, sent, killed_while_sending):
    publish(title="Eins")
    publish(title="Zwei")
    now = timezone.now()
    killed_while_sending(now)
    outbox.sweep(now + LEASE + MINUTE)
    assert sorted(Delivery.objects.values_list("state", flat=True)) == [State.SENT, State.UNCONFIRMED]


def test_receivers_that_recognise_repeats_get_it_again(mail_delivery, sent, quality, killed_while_sending):
    quality(REPEATABLE=True)
    now = timezone.now()
    killed_while_sending(now)
    outbox.sweep(now + LEASE + MINUTE)
    assert (fresh(mail_delivery).state, sent) == (State.SENT, [mail_delivery.pk])


def test_for_as_long_as_they_do(mail_delivery, sent, quality, killed_while_sending):
    quality(REPEATABLE=HOUR)
    now = timezone.now()
    killed_while_sending(now)
    outbox.sweep(now + 2 * HOUR)
    assert (fresh(mail_delivery).state, sent) == (State.UNCONFIRMED, [])


def test_counted_from_the_moment_it_may_have_arrived(mail_delivery, sent, quality, killed_while_sending):
    quality(REPEATABLE=HOUR)
    now = timezone.now()
    killed_while_sending(now)
    killed_while_sending(now + HOUR / 2)
    outbox.sweep(now + HOUR * 1.2)
    assert (fresh(mail_delivery).state, sent) == (State.UNCONFIRMED, [])


def test_a_slow_worker_still_reports(mail_delivery, behave):
    """Its lease runs out while it sends; others say nobody knows; then it comes back and does."""
    now = timezone.now()
    seen = []

    def send(row):
        outbox.sweep(now + LEASE + MINUTE)
        seen.append(fresh(row).state)

    behave(send)
    outbox.sweep(now)
    assert seen == [State.UNCONFIRMED]
    assert fresh(mail_delivery).state == State.SENT


def test_a_slow_worker_overwrites_nobody(mail_delivery, behave, person, caplog):
    now = timezone.now()
    someone = person("outreach")

    def send(row):
        outbox.sweep(now + LEASE + MINUTE)
        outbox.resolve(fresh(row), by=someone, arrived=False)
        Delivery.objects.update(due_at=now + 3 * LEASE)

    behave(send)
    outbox.sweep(now)
    assert fresh(mail_delivery).state == State.WAITING
    assert "taken over" in caplog.text


def test_a_worker_that_lost_its_lane_sends_nothing_more(mail_channel, publish, behave):
    publish(title="Eins")
    publish(title="Zwei")
    now = timezone.now()
    sent = []

    def send(row):
        sent.append(row.title)
        if len(sent) == 1:
            outbox.sweep(now + LEASE + MINUTE)

    behave(send)
    outbox.sweep(now)
    assert sorted(sent) == ["Eins", "Zwei"]
