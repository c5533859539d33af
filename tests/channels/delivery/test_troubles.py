"""A receiver that is gone or failed for days: its channel is switched off, and a person is told."""

import datetime

import pytest
from django.utils import timezone

from channels import delivery as outbox
from channels.delivery.lane.pace import PATIENCE
from channels.models import Delivery, Destination
from channels.sending.errors import SendError
from tests.channels.delivery.conftest import DAY, MINUTE, State, fresh


def test_who_is_gone_gets_nothing_more(mail_channel, publish, behave):
    publish(title="Eins")
    publish(title="Zwei")
    tried = []

    def send(row):
        tried.append(row.pk)
        raise SendError("Diese Adresse gibt es nicht mehr (Antwort 410).", gone=True)

    behave(send)
    outbox.sweep()
    mail_channel.refresh_from_db()
    assert len(tried) == 1
    assert not mail_channel.active
    assert mail_channel.trouble == "Diese Adresse gibt es nicht mehr (Antwort 410)."
    assert mail_channel.trouble_since
    assert {row.error for row in Delivery.objects.all()} == {mail_channel.trouble}
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.FAILED}


def fail_until(moment: datetime.datetime, start: datetime.datetime) -> None:
    while start < moment:
        outbox.sweep(start)
        start += datetime.timedelta(hours=2)


@pytest.mark.parametrize("words", [{}, {"retry_after": 3600.0}])
def test_after_days_of_failure_a_channel_is_switched_off(mail_delivery, mail_channel, behave, words):
    behave(SendError("Antwort 500.", **words))
    now = timezone.now()
    outbox.sweep(now)
    Delivery.objects.update(attempts=0)
    outbox.sweep(now + PATIENCE + DAY)
    mail_channel.refresh_from_db()
    assert not mail_channel.active
    assert mail_channel.trouble.startswith("Antwort 500. Seit 5 Tagen kommt hier nichts an")
    assert fresh(mail_delivery).state == State.FAILED


def test_one_success_between_and_the_days_count_anew(mail_channel, publish, behave, sent):
    publish()
    behave(SendError("Antwort 500."))
    now = timezone.now()
    outbox.sweep(now)
    behave(lambda row: sent.append(row.pk))
    outbox.sweep(now + DAY)
    behave(SendError("Antwort 500."))
    publish(title="Zwei")
    outbox.sweep(now + PATIENCE + DAY)
    mail_channel.refresh_from_db()
    assert mail_channel.active


def test_nobody_is_switched_off_for_trouble_on_our_side(mail_delivery, mail_channel, behave):
    behave(SendError("Der Mailserver ist nicht erreichbar.", ours=True))
    now = timezone.now()
    outbox.sweep(now)
    Delivery.objects.update(attempts=0)
    outbox.sweep(now + PATIENCE + DAY)
    mail_channel.refresh_from_db()
    assert mail_channel.active


def test_a_person_switches_it_on_again(mail_delivery, mail_channel, behave, sent, publish):
    behave(SendError("Weg.", gone=True))
    outbox.sweep()
    mail_channel.refresh_from_db()
    Destination.objects.update(failures=9, blocked_until=timezone.now() + DAY)
    outbox.switch_on(mail_channel)
    mail_channel.refresh_from_db()
    assert (mail_channel.active, mail_channel.trouble, mail_channel.trouble_since) == (True, "", None)
    behave(lambda row: sent.append(row.pk))
    publish(title="Zwei")
    outbox.sweep(timezone.now() + MINUTE)
    assert len(sent) == 1
