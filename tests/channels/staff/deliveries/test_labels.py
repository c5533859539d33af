"""Deliveries in plain words: every state has a word, a sentence and the next step."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels.models import Channel, Delivery, Destination
from channels.staff.deliveries import filtering
from channels.staff.deliveries.labels import labelled

State = Delivery.State


def shown(delivery: Delivery, **fields):
    """The label of the row with these fields changed."""
    Delivery.objects.filter(pk=delivery.pk).update(**fields)
    (found,) = labelled(Delivery.objects.filter(pk=delivery.pk))
    return found


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("error", ["", "Das Postfach ist voll. Wir versuchen es weiter."])
def test_no_state_leaves_a_person_without_words(mail_delivery, state, error):
    found = shown(mail_delivery, state=state, error=error, attempts=1, sent_at=timezone.now())
    assert found.word and found.icon and found.kind
    assert state not in found.sentence
    if state in {State.FAILED, State.UNCONFIRMED, State.WAITING, State.SENT}:
        assert found.sentence


def test_what_waits_says_until_when(mail_delivery):
    now = timezone.now()
    assert "nächsten Minute" in shown(mail_delivery, due_at=now).sentence
    assert "Geht am" in shown(mail_delivery, due_at=now + datetime.timedelta(days=1)).sentence
    again = shown(mail_delivery, error="Voll.", attempts=2, due_at=now + datetime.timedelta(hours=1))
    assert again.word == "Wird wiederholt"
    assert again.sentence.startswith("Voll. Nächster Versuch: ")


def test_a_lane_at_rest_is_told(mail_delivery):
    now = timezone.now()
    until = now + datetime.timedelta(hours=3)
    Destination.objects.update(blocked_until=until)
    assert "nichts angenommen" not in shown(mail_delivery, due_at=now).sentence  # only out of tokens
    Destination.objects.update(failures=4)
    assert "Dort wurde zuletzt nichts angenommen." in shown(mail_delivery, due_at=now).sentence


def test_a_channel_at_a_standstill_is_told(mail_delivery):
    Channel.objects.update(active=False, trouble="Den Empfänger gibt es nicht mehr.")
    assert "steht still: Den Empfänger gibt es nicht mehr." in shown(mail_delivery).sentence


def test_the_other_way_is_named_on_both_rows(mail_delivery, second_mail_channel):
    other = Delivery.objects.get_or_create(
        channel=second_mail_channel,
        key=mail_delivery.key,
        defaults={"version": mail_delivery.version, "action": "publish"},
    )[0]
    Delivery.objects.filter(pk=other.pk).update(state=State.SENT, instead_of=mail_delivery)
    failed = shown(mail_delivery, state=State.FAILED, error="Voll.")
    assert "Ging stattdessen über „Mail an Schule“." in failed.notes
    assert "Anstelle von „Mail an Brücke“, wo es nicht ging." in shown(other).notes


def test_many_rows_need_few_queries(publish, mail_channel, feed_channel, django_assert_max_num_queries):
    for number in range(4):
        publish(title=f"Stelle {number}")
    with django_assert_max_num_queries(3):
        labelled(Delivery.objects.all())


def test_the_filter_counts_and_leaves_out_what_is_empty(mail_delivery, publish):
    publish()
    Delivery.objects.filter(pk=mail_delivery.pk).update(state=State.FAILED)
    rows = Delivery.objects.all()
    found = [(choice.word, choice.count) for choice in filtering.choices(rows, "")]
    assert found == [("", 2), ("hilfe", 1), ("unterwegs", 1)]
    assert filtering.filtered(rows, "hilfe").get() == mail_delivery
    assert filtering.chosen("'; drop") == filtering.chosen(None) == ""
