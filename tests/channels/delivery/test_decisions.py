"""A person decides."""

import pytest

from channels import delivery as outbox
from channels.models import Delivery, Destination
from channels.sending.errors import SendError, Unconfirmed
from tests.channels.delivery.conftest import State, fresh


def test_a_failed_delivery_can_be_sent_again(mail_delivery, behave, sent, person):
    behave(SendError("Die Adresse gibt es nicht.", permanent=True))
    outbox.sweep()
    behave(lambda row: sent.append(row.pk))
    someone = person("outreach")
    assert outbox.retry(mail_delivery, by=someone)
    assert not outbox.retry(mail_delivery, by=someone)
    outbox.sweep()
    row = fresh(mail_delivery)
    assert (row.state, row.resolved_by, sent) == (State.SENT, someone, [row.pk])


def test_the_lane_does_not_rest_when_a_person_wants_it(mail_delivery, behave, sent, person):
    behave(SendError("Der Server schläft."))
    for _try in range(3):
        Delivery.objects.update(due_at=mail_delivery.created_at)
        outbox.sweep()
    Delivery.objects.update(state=State.FAILED)
    assert Destination.objects.get().blocked_until
    behave(lambda row: sent.append(row.pk))
    outbox.retry(mail_delivery, by=person("outreach"))
    outbox.sweep()
    assert sent == [mail_delivery.pk]


@pytest.mark.parametrize("arrived", [True, False])
def test_a_person_says_whether_it_arrived(mail_delivery, behave, person, arrived):
    behave(Unconfirmed("Die Verbindung riss ab."))
    outbox.sweep()
    assert outbox.resolve(mail_delivery, by=person("outreach"), arrived=arrived)
    row = fresh(mail_delivery)
    assert (row.state, row.error) == (State.SENT if arrived else State.WAITING, "")
    assert not outbox.resolve(mail_delivery, by=row.resolved_by, arrived=not arrived)
