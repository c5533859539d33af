"""The outbox: once each, over days, never after the end, and nothing unclear is sent twice."""

import datetime
import threading

import pytest
from django.db import connection, connections
from django.utils import timezone

from channels import delivery as outbox
from channels import publishing
from channels.adapters import registry
from channels.models import Channel, Delivery, Partner
from channels.sending import retries
from channels.sending.errors import SendError, Unconfirmed

State = Delivery.State
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """What the mail adapter was asked to send; replace its behaviour with `behave`."""
    calls: list[int] = []
    monkeypatch.setattr(registry.get("email"), "send", lambda row: calls.append(row.pk))
    return calls


@pytest.fixture
def behave(monkeypatch):
    """behave(error) -> every send raises it."""

    def set_error(error: Exception) -> None:
        def send(row):
            raise error

        monkeypatch.setattr(registry.get("email"), "send", send)

    return set_error


def fresh(row: Delivery) -> Delivery:
    return Delivery.objects.get(pk=row.pk)


def test_what_is_due_is_sent_once(mail_delivery, sent):
    assert outbox.sweep() == 1
    assert outbox.sweep() == 0
    assert sent == [mail_delivery.pk]
    row = fresh(mail_delivery)
    assert (row.state, row.error, row.attempts, row.lease_until) == (State.SENT, "", 1, None)
    assert row.sent_at


def test_what_is_not_due_waits(mail_delivery, sent):
    Delivery.objects.update(due_at=timezone.now() + MINUTE)
    assert outbox.sweep() == 0
    assert outbox.sweep(timezone.now() + 2 * MINUTE) == 1


def test_a_temporary_failure_is_tried_again_later(mail_delivery, behave, sent):
    behave(SendError("Der Server schläft."))
    now = timezone.now()
    outbox.sweep(now)
    row = fresh(mail_delivery)
    assert (row.state, row.error, row.attempts) == (State.WAITING, "Der Server schläft.", 1)
    assert now < row.due_at <= now + datetime.timedelta(seconds=10)


def test_after_ten_tries_it_gives_up_and_says_so(mail_delivery, behave, days):
    behave(SendError("Der Server schläft."))
    now = timezone.now()
    for _try in range(12):
        Delivery.objects.update(due_at=now)
        outbox.sweep(now)
    row = fresh(mail_delivery)
    assert (row.state, row.attempts) == (State.FAILED, 10)
    assert row.error == "Der Server schläft. Wir haben es 10-mal versucht und hören jetzt auf."


def test_a_permanent_failure_fails_at_once(mail_delivery, behave):
    behave(SendError("Die Adresse gibt es nicht.", permanent=True))
    outbox.sweep()
    assert (fresh(mail_delivery).state, fresh(mail_delivery).attempts) == (State.FAILED, 1)


def test_an_unclear_end_is_never_repeated_by_itself(mail_delivery, behave):
    behave(Unconfirmed("Die Verbindung riss ab."))
    outbox.sweep()
    assert outbox.sweep(timezone.now() + datetime.timedelta(days=3)) == 0
    assert fresh(mail_delivery).state == State.UNCONFIRMED


def test_an_adapters_mistake_harms_no_other_delivery(
    mail_channel, second_mail_channel, publish, monkeypatch, caplog
):
    publish()

    def send(row):
        if row.channel == mail_channel:
            raise KeyError("subject")

    monkeypatch.setattr(registry.get("email"), "send", send)
    outbox.sweep()
    assert Delivery.objects.get(channel=mail_channel).state == State.UNCONFIRMED
    assert Delivery.objects.get(channel=second_mail_channel).state == State.SENT
    assert "failed unexpectedly" in caplog.text


def test_never_after_the_deadline(mail_delivery, sent):
    last = retries.last_moment(mail_delivery.version.posting.deadline)
    outbox.sweep(last + MINUTE)
    assert sent == []
    assert (fresh(mail_delivery).state, fresh(mail_delivery).error) == (
        State.CANCELLED,
        "Der Bewerbungsschluss ist vorbei.",
    )


def test_a_closed_ad_is_not_sent_any_more(mail_delivery, sent, editor):
    Delivery.objects.update(state=State.SENDING)  # closing cancels what waits, not what is on its way
    publishing.close(mail_delivery.version.posting, by=editor)
    Delivery.objects.filter(action="publish").update(state=State.WAITING)
    outbox.sweep()
    assert sent == []
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.CANCELLED}


def test_the_end_waits_for_a_message_on_its_way(mail_delivery, sent, editor):
    Delivery.objects.update(state=State.SENDING, lease_until=timezone.now() + 5 * MINUTE)
    publishing.close(mail_delivery.version.posting, by=editor)
    outbox.sweep()
    end = Delivery.objects.get(action="close")
    assert (end.state, sent) == (State.WAITING, [])
    Delivery.objects.filter(action="publish").update(state=State.SENT)
    outbox.sweep(end.due_at + MINUTE)
    assert sent == [end.pk]


@pytest.mark.parametrize("switch", ["channel", "partner"])
def test_who_was_switched_off_meanwhile_gets_nothing(mail_delivery, sent, switch):
    if switch == "channel":
        Channel.objects.update(active=False)
    else:
        Partner.objects.update(status=Partner.Status.STOPPED)
    outbox.sweep()
    assert (fresh(mail_delivery).state, sent) == (State.CANCELLED, [])


def test_a_medium_that_is_gone_fails_with_the_next_step(mail_delivery):
    Channel.objects.update(kind="fax")
    outbox.sweep()
    assert "wählen Sie beim Kanal ein anderes" in fresh(mail_delivery).error


# A worker that dies -------------------------------------------------------------------------------


def killed(now) -> Delivery:
    """Claim and die before the result is written."""
    return outbox._claim(now, now)


def test_a_lease_keeps_others_away(mail_delivery, sent):
    now = timezone.now()
    killed(now)
    assert outbox.sweep(now + MINUTE) == 0
    assert sent == []


def test_what_a_dead_worker_had_in_hand_becomes_unclear(mail_delivery, sent):
    now = timezone.now()
    killed(now)
    outbox.sweep(now + outbox.LEASE + MINUTE)
    row = fresh(mail_delivery)
    assert (row.state, sent) == (State.UNCONFIRMED, [])
    assert "unterbrochen" in row.error


def test_receivers_that_recognise_repeats_get_it_again(mail_delivery, sent, monkeypatch):
    monkeypatch.setattr(registry.get("email"), "REPEATABLE", True, raising=False)
    now = timezone.now()
    killed(now)
    outbox.sweep(now + outbox.LEASE + MINUTE)
    assert (fresh(mail_delivery).state, sent) == (State.SENT, [mail_delivery.pk])


def test_a_slow_worker_still_reports(mail_delivery, sent):
    now = timezone.now()
    slow = killed(now)
    outbox.sweep(now + outbox.LEASE + MINUTE)
    outbox.deliver(slow, now)
    assert fresh(mail_delivery).state == State.SENT


def test_a_slow_worker_overwrites_nobody(mail_delivery, sent, person, caplog):
    now = timezone.now()
    slow = killed(now)
    outbox.sweep(now + outbox.LEASE + MINUTE)
    outbox.resolve(fresh(mail_delivery), by=person("outreach"), arrived=False)
    outbox.deliver(slow, now)
    assert fresh(mail_delivery).state == State.WAITING
    assert "taken over" in caplog.text


# A person decides -----------------------------------------------------------------------------------


def test_a_failed_delivery_can_be_sent_again(mail_delivery, behave, sent, person, monkeypatch):
    behave(SendError("Die Adresse gibt es nicht.", permanent=True))
    outbox.sweep()
    monkeypatch.setattr(registry.get("email"), "send", lambda row: sent.append(row.pk))
    someone = person("outreach")
    assert outbox.retry(mail_delivery, by=someone)
    assert not outbox.retry(mail_delivery, by=someone)
    outbox.sweep()
    row = fresh(mail_delivery)
    assert (row.state, row.resolved_by, sent) == (State.SENT, someone, [row.pk])


def test_a_person_says_whether_it_arrived(mail_delivery, behave, person):
    behave(Unconfirmed("Die Verbindung riss ab."))
    outbox.sweep()
    assert outbox.resolve(mail_delivery, by=person("outreach"), arrived=True)
    row = fresh(mail_delivery)
    assert (row.state, row.error) == (State.SENT, "")
    assert not outbox.resolve(mail_delivery, by=row.resolved_by, arrived=False)


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


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_each_delivery_once(publish, partner, monkeypatch):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("SQLite im Speicher kennt nur eine Verbindung; der Prozesstest deckt das ab")
    for number in range(20):
        Channel.objects.create(key=f"m{number}", name=f"M{number}", kind="email", partner=partner)
    publish()
    sent: list[int] = []
    monkeypatch.setattr(registry.get("email"), "send", lambda row: sent.append(row.pk))

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
