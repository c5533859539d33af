"""What a failure means: later, never, or nobody knows."""

import datetime

import pytest
from django.utils import timezone

from channels import delivery as outbox
from channels import publishing
from channels.models import Delivery, Destination
from channels.sending.errors import SendError, Unconfirmed
from tests.channels.delivery.conftest import DAY, MINUTE, State, fresh

HOUR = datetime.timedelta(hours=1)


def test_a_temporary_failure_is_tried_again_later(mail_delivery, behave):
    behave(SendError("Der Server schläft."))
    now = timezone.now()
    outbox.sweep(now)
    row = fresh(mail_delivery)
    assert (row.state, row.error, row.attempts) == (State.WAITING, "Der Server schläft.", 1)
    assert now < row.due_at <= now + datetime.timedelta(seconds=10)


def test_after_ten_tries_it_gives_up_and_says_so(mail_delivery, behave):
    behave(SendError("Der Server schläft."))
    now = timezone.now()
    for _try in range(12):
        Delivery.objects.update(due_at=now)
        Destination.objects.update(blocked_until=None)
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
    assert outbox.sweep(timezone.now() + 3 * DAY) == 0
    assert fresh(mail_delivery).state == State.UNCONFIRMED


def test_unless_the_receiver_recognises_it(mail_delivery, behave, quality):
    quality(REPEATABLE=True)
    behave(Unconfirmed("Die Verbindung riss ab."))
    outbox.sweep()
    row = fresh(mail_delivery)
    assert (row.state, row.error) == (State.WAITING, "Die Verbindung riss ab.")


def test_who_recognises_it_for_an_hour_gets_it_again_for_an_hour(mail_delivery, behave, quality):
    quality(REPEATABLE=HOUR)
    behave(Unconfirmed("Die Verbindung riss ab."))
    now = start = timezone.now()
    tries = []
    while (row := fresh(mail_delivery)).state == State.WAITING:
        now = max(now, row.due_at) + MINUTE
        Destination.objects.update(blocked_until=None)
        tries.append(now)
        outbox.sweep(now)
    assert row.state == State.UNCONFIRMED
    assert 2 < len(tries) < 5
    assert tries[-1] - start < HOUR


def test_too_late_to_be_recognised_it_is_not_sent_any_more(mail_delivery, behave, quality):
    quality(REPEATABLE=HOUR)
    behave(Unconfirmed("Die Verbindung riss ab."))
    outbox.sweep()
    sent = []
    behave(sent.append)
    outbox.sweep(timezone.now() + 2 * HOUR)  # nobody swept for so long
    assert (sent, fresh(mail_delivery).state) == ([], State.UNCONFIRMED)


def test_what_may_have_arrived_never_counts_as_failed(mail_delivery, behave, quality):
    quality(REPEATABLE=HOUR)
    behave(Unconfirmed("Die Verbindung riss ab."))
    outbox.sweep()
    behave(SendError("Abgelehnt.", permanent=True))
    outbox.sweep(timezone.now() + MINUTE)
    assert fresh(mail_delivery).state == State.UNCONFIRMED


def test_the_receiver_may_name_the_moment(mail_delivery, behave):
    behave(SendError("Bitte später.", retry_after=600))
    now = timezone.now()
    outbox.sweep(now)
    row = fresh(mail_delivery)
    assert 10 * MINUTE <= row.due_at - now < 11 * MINUTE
    assert row.destination.blocked_until == row.due_at
    assert row.destination.failures == 0


def test_while_it_wants_peace_nothing_else_goes_to_it(mail_channel, publish, behave):
    publish(title="Eins")
    behave(SendError("Bitte später.", retry_after=600))
    now = timezone.now()
    outbox.sweep(now)
    publish(title="Zwei")
    sent = []
    behave(lambda row: sent.append(row.title))
    outbox.sweep(now + 5 * MINUTE)
    assert sent == []
    outbox.sweep(now + 11 * MINUTE)
    assert sorted(sent) == ["Eins", "Zwei"]


def test_a_moment_after_the_deadline_is_the_end(make_posting, approver, mail_channel, behave):
    posting = make_posting(deadline=timezone.localdate())
    publishing.approve(posting, by=approver)
    behave(SendError("Bitte übermorgen.", retry_after=2 * DAY))
    outbox.sweep()
    assert Delivery.objects.get().state == State.FAILED


def test_what_the_receiver_gave_back_is_kept_for_the_end(mail_delivery, behave, editor):
    behave(lambda row: {"id": "42"})
    outbox.sweep()
    publishing.close(mail_delivery.version.posting, by=editor)
    end = Delivery.objects.get(action="close")
    assert outbox.delivery_told(end) == mail_delivery
    assert outbox.delivery_told(end).remote == {"id": "42"}
    assert outbox.delivery_told(mail_delivery) is None


# Several in one message -----------------------------------------------------------------------------


@pytest.fixture
def bundle(mail_channel, publish, quality):
    """Three rows that go in one message."""
    import uuid

    for number in range(3):
        publish(title=f"Stelle {number}")
    Delivery.objects.update(bundle=uuid.uuid4())
    quality(send_bundle=lambda rows: {"rows": len(rows)})


def test_rows_of_one_bundle_go_in_one_message(bundle, sent):
    assert outbox.sweep() == 3
    assert sent == []
    assert [row.remote for row in Delivery.objects.all()] == [{"rows": 3}] * 3


def test_and_share_its_outcome(bundle, quality):
    def fail(rows):
        raise Unconfirmed("Die Verbindung riss ab.")

    quality(send_bundle=fail)
    outbox.sweep()
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.UNCONFIRMED}


def test_what_is_not_wanted_any_more_stays_out_of_the_bundle(bundle, sent, editor):
    row = Delivery.objects.first()
    type(row.posting).objects.filter(pk=row.posting.pk).update(state="closed")
    outbox.sweep()
    assert sorted(row.remote.get("rows", 0) for row in Delivery.objects.all()) == [0, 2, 2]


def test_a_bundle_is_not_torn_by_the_size_of_a_batch(bundle, sent, monkeypatch):
    monkeypatch.setattr("channels.delivery.shift.BATCH", 1)
    outbox.sweep()
    assert [row.remote for row in Delivery.objects.all()] == [{"rows": 3}] * 3


def test_a_medium_that_knows_no_bundles_sends_them_one_by_one(bundle, sent, monkeypatch, email):
    monkeypatch.delattr(email, "send_bundle")
    outbox.sweep()
    assert len(sent) == 3


def test_the_console_twin_takes_the_place_of_the_receiver(mail_delivery, sent, settings, quality, capsys):
    settings.DELIVERY_CONSOLE = True
    quality(OWN_TWIN=False)
    outbox.sweep()
    assert (sent, fresh(mail_delivery).state) == ([], State.SENT)
    assert fresh(mail_delivery).remote == {"console": True}
    assert "Sachbearbeitung Wohngeld" in capsys.readouterr().out
