"""The owner of an address that fails hears of it by mail, once per trouble."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels import delivery as outbox
from channels.models import Channel, Delivery, Partner
from channels.sending.http import connections
from channels.webhooks import endpoint as ends
from channels.webhooks import telling
from tests.channels.receivers.server import Reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(make_channel, endpoint, publish, partner) -> Channel:
    """A partner's webhook whose receiver answered 410."""
    channel = make_channel(partner=partner)
    outbox.sweep()
    endpoint.reply = lambda request: Reply(410)
    publish()
    outbox.sweep()
    channel.refresh_from_db()
    assert not channel.active
    return channel


def about_trouble(mails: list) -> list:
    return [mail for mail in mails if "Webhook" in mail.subject]


def test_the_owner_is_told_by_mail(gone, partner, mailoutbox):
    assert telling.tell_owners() == 1
    assert telling.tell_owners() == 0
    outbox.sweep()
    (mail,) = about_trouble(mailoutbox)  # the ad itself went by mail, too
    assert mail.to == [partner.email] and "Webhook" in mail.subject
    assert gone.trouble in mail.body and ends.page_key(gone) in mail.body
    html = mail.alternatives[0][0]
    assert ends.page_key(gone) in html
    for secret in gone.secrets.values():
        assert secret not in mail.body and secret not in html


def test_a_later_trouble_is_told_again(gone, mailoutbox):
    telling.tell_owners()
    Channel.objects.filter(pk=gone.pk).update(trouble_since=timezone.now() + datetime.timedelta(days=3))
    assert telling.tell_owners() == 1


def test_what_was_settled_meanwhile_is_not_told(gone, mailoutbox):
    telling.tell_owners()
    outbox.switch_on(gone)
    outbox.sweep()
    assert not about_trouble(mailoutbox)
    assert not Delivery.objects.troubled().filter(channel__kind="trouble_notice").exists()


@pytest.mark.parametrize("change", [{"status": Partner.Status.STOPPED}, {"email": ""}])
def test_who_does_not_take_part_gets_no_mail(gone, change):
    Partner.objects.update(**change)
    assert telling.tell_owners() == 0


def test_waiting_for_a_proof_is_no_trouble(make_channel, endpoint, partner):
    endpoint.echo = False
    make_channel(partner=partner)
    outbox.sweep()
    assert telling.tell_owners() == 0


def test_a_new_receiver_gets_what_is_open(make_channel, endpoint, publish, partner):
    publish(title="Schon offen")
    make_channel(partner=partner)
    for _time in range(2):
        outbox.sweep()
    assert endpoint.types == ["endpoint.verification", "job.published"]
    connections.close()
