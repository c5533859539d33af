"""The outbox: once each, in order, and many workers at once do no harm."""

import threading
import time

import pytest
from django.db import connection, connections
from django.utils import timezone

from channels import delivery as outbox
from channels import publishing
from channels.adapters import registry
from channels.delivery import sweeping
from channels.delivery.lane import rows
from channels.models import Channel, Delivery, Destination
from tests.channels.delivery.conftest import MINUTE, State, fresh


def test_what_is_due_is_sent_once(mail_delivery, sent):
    assert outbox.sweep() == 1
    assert outbox.sweep() == 0
    assert sent == [mail_delivery.pk]
    row = fresh(mail_delivery)
    assert (row.state, row.error, row.attempts) == (State.SENT, "", 1)
    assert row.sent_at
    assert row.destination.lease_until is None


def test_what_is_not_due_waits(mail_delivery, sent):
    Delivery.objects.update(due_at=timezone.now() + MINUTE)
    assert outbox.sweep() == 0
    assert outbox.sweep(timezone.now() + 2 * MINUTE) == 1


def test_along_a_lane_in_order(mail_channel, publish, sent):
    for number in range(5):
        publish(title=f"Stelle {number}")
    last, *others = Delivery.objects.order_by("pk").values_list("pk", flat=True)
    Delivery.objects.exclude(pk=last).update(due_at=timezone.now() - 5 * MINUTE)
    outbox.sweep()
    assert sent == [*others, last]


def test_more_than_a_batch(mail_channel, publish, sent, monkeypatch):
    monkeypatch.setattr("channels.delivery.shift.BATCH", 2)
    for number in range(5):
        publish(title=f"Stelle {number}")
    assert outbox.sweep() == 5
    assert sorted(sent) == sorted(Delivery.objects.values_list("pk", flat=True))


def test_full_batches_are_written_with_the_marks_of_the_next(
    mail_channel, publish, sent, quality, monkeypatch, django_assert_max_num_queries
):
    quality(REPEATABLE=True)
    monkeypatch.setattr("channels.delivery.shift.BATCH", 2)
    monkeypatch.setattr("channels.delivery.shift.LARGEST_BATCH", 2)
    for number in range(12):
        publish(title=f"Stelle {number}")
    with django_assert_max_num_queries(66):  # a transaction more per batch would need 78
        assert outbox.sweep() == 12
    assert sorted(sent) == sorted(Delivery.objects.values_list("pk", flat=True))


def test_a_row_put_off_in_a_full_batch_is_looked_at_once(mail_channel, publish, sent, quality, monkeypatch):
    quality(REPEATABLE=True)
    monkeypatch.setattr("channels.delivery.shift.BATCH", 2)
    for number in range(5):
        publish(title=f"Stelle {number}")
    put_off = Delivery.objects.order_by("pk")[1]
    Delivery.objects.filter(pk=put_off.pk).update(rendition={**put_off.rendition, "held": "tr"})
    assert outbox.sweep() == 5
    assert sorted(sent) == sorted(Delivery.objects.exclude(pk=put_off.pk).values_list("pk", flat=True))


@pytest.mark.parametrize("repeatable", [True, False])
def test_many_rows_need_few_queries(
    mail_channel, publish, sent, quality, django_assert_max_num_queries, repeatable
):
    quality(REPEATABLE=repeatable)
    for number in range(20):
        publish(title=f"Stelle {number}")
    per_row = 0 if repeatable else 5  # savepoints of the test's own transaction count, too
    with django_assert_max_num_queries(30 + 20 * per_row):
        assert outbox.sweep() == 20


def test_one_row_at_once(mail_delivery, sent):
    Delivery.objects.update(due_at=timezone.now() + MINUTE)
    assert outbox.deliver(mail_delivery)
    assert not outbox.deliver(mail_delivery)
    assert sent == [mail_delivery.pk]
    assert fresh(mail_delivery).state == State.SENT


def test_not_at_once_while_somebody_is_on_the_lane(mail_delivery, sent):
    Destination.objects.update(lease_until=timezone.now() + MINUTE)
    assert not outbox.deliver(mail_delivery)
    assert sent == []


def test_rows_of_a_changed_address_change_the_lane(mail_delivery, sent, monkeypatch, email):
    monkeypatch.setattr(email, "lane", lambda channel: "post.neu.example", raising=False)
    outbox.sweep()
    assert fresh(mail_delivery).destination.key == "post.neu.example"
    assert sent == [mail_delivery.pk]


def test_a_lane_may_be_left_for_another_time(mail_channel, publish, quality, sent):
    """Out of tokens the sweep goes on elsewhere, and comes back."""
    quality(RATE=registry.Rate(per_second=1 / 60, burst=2))
    for number in range(4):
        publish(title=f"Stelle {number}")
    now = timezone.now()
    assert [outbox.sweep(now + number * 1.05 * MINUTE) for number in range(4)] == [2, 1, 1, 0]


def test_an_adapters_mistake_harms_no_other_delivery(
    mail_channel, second_mail_channel, publish, behave, caplog
):
    publish()

    def send(row):
        if row.channel == mail_channel:
            raise KeyError("subject")

    behave(send)
    outbox.sweep()
    assert Delivery.objects.get(channel=mail_channel).state == State.UNCONFIRMED
    assert Delivery.objects.get(channel=second_mail_channel).state == State.SENT
    assert "failed unexpectedly" in caplog.text


# The broker is away, workers compete ----------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_publishing_works_while_the_broker_is_away(make_posting, approver, mail_channel, sent, monkeypatch):
    from outreach.background import wakeup
    from outreach.celery import app

    def refused(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.undo()
    monkeypatch.setattr(wakeup, "_silent_until", 0.0)
    monkeypatch.setattr(app, "send_task", refused)
    monkeypatch.setattr(registry.get("email"), "send", lambda row: sent.append(row.pk))
    publishing.approve(make_posting(), by=approver)
    assert outbox.sweep() == 1
    assert len(sent) == 1


@pytest.fixture
def twenty_lanes(publish, partner, transactional_db):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("SQLite im Speicher kennt nur eine Verbindung; der Prozesstest deckt das ab")
    for number in range(20):
        Channel.objects.create(key=f"m{number}", name=f"M{number}", kind="email", partner=partner)
    publish()


def test_sweeps_at_once_send_each_delivery_once(twenty_lanes, sent):
    def work() -> None:
        try:
            outbox.sweep()
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(sent) == sorted(Delivery.objects.values_list("pk", flat=True))
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


def test_a_hanging_receiver_keeps_one_thread_busy_and_no_other_waiting(twenty_lanes, behave):
    first = Delivery.objects.earliest("pk")
    others_sent, sent = threading.Event(), []

    def send(row):
        if row.pk == first.pk:
            assert others_sent.wait(30)
        sent.append(row.pk)
        if len(sent) == 19:
            others_sent.set()

    behave(send)
    sweeping.wake()
    assert sent[-1] == first.pk
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


def test_only_a_slow_receiver_calls_for_another_worker(mail_channel, publish, behave, monkeypatch):
    """Two workers gain nothing where the database is slow: they would only be in each other's way."""
    publish()
    turn, me, seen = sweeping._Round(None, 50.0), threading.current_thread(), {}
    monkeypatch.setattr(sweeping, "STUCK", 0.01)

    def look(where: str) -> None:
        time.sleep(0.05)
        seen[where] = turn.is_stuck(me)

    load = rows.load
    monkeypatch.setattr(rows, "load", lambda *args: (look("loading"), load(*args))[1])
    behave(lambda row: look("sending"))
    assert turn.work() == 1
    look("afterwards")
    assert seen == {"loading": False, "sending": True, "afterwards": False}


# Woken ------------------------------------------------------------------------------------------------


@pytest.fixture
def crew(monkeypatch) -> list[int]:
    """Each time the crew was called; it works in this thread."""
    calls: list[int] = []

    def work(self):
        calls.append(self.turn.work())

    monkeypatch.setattr(sweeping.Crew, "work", work)
    return calls


def test_who_is_woken_sends(mail_delivery, sent, crew):
    outbox.wake()
    assert (sent, crew) == ([mail_delivery.pk], [1])


def test_what_comes_due_in_a_moment_is_waited_for(mail_delivery, sent, crew):
    Delivery.objects.update(
        due_at=timezone.now() + MINUTE / 30
    )  # two seconds: a busy machine needs one to begin
    outbox.wake()
    assert sent == [mail_delivery.pk]
    assert crew == [0, 1]


def test_who_is_woken_during_a_sweep_makes_it_look_again(mail_delivery, behave, crew):
    behave(lambda row: outbox.wake())
    outbox.wake()
    assert crew == [1, 0]


def test_after_its_time_a_sweep_calls_the_next(mail_delivery, sent, crew, monkeypatch, woken):
    monkeypatch.setattr(sweeping, "BUDGET", 0.0)
    woken.clear()
    outbox.wake()
    assert len(woken) == 1
    assert sent == []
