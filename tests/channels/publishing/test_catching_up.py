"""One catch-up of what is still open, really sent, and then only what is new."""

import datetime

import pytest
from django.utils import timezone

from channels import delivery as outbox
from channels import publishing
from channels.models import Channel, Delivery, Partner
from channels.partners.participation import membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(db) -> Partner:
    return Partner.objects.create(name="Chor", kind="association", email="chor@x.example")


def test_a_newcomer_gets_one_mail_with_all_that_is_open(newcomer, publish, editor, mailoutbox):
    for title in ("Ärztin*Arzt", "Koch*Köchin", "Bauleitung"):
        publish(title=title)
    publishing.close(publish(title="Schon vergeben"), by=editor)
    membership.confirm(newcomer)
    outbox.sweep()
    (mail,) = mailoutbox
    assert mail.subject == "3 Stellen zum Weitergeben" and "Schon vergeben" not in mail.body
    outbox.sweep()
    publishing.catch_up(newcomer.channels.get())
    outbox.sweep()
    assert len(mailoutbox) == 1
    publish(title="Gärtner*in")
    outbox.sweep()
    assert [mail.subject.split(",")[0] for mail in mailoutbox[1:]] == ["Neue Stelle: Gärtner*in"]


def test_who_comes_back_gets_only_what_was_missed(partner, mail_channel, publish, mailoutbox):
    publish(title="Hatte sie schon")
    outbox.sweep()
    membership.stop(partner)
    publish(title="Verpasst")
    publish(title="Auch verpasst")
    outbox.sweep()
    assert len(mailoutbox) == 1
    membership.confirm(partner)
    outbox.sweep()
    assert len(mailoutbox) == 2
    assert "Hatte sie schon" not in mailoutbox[1].body and "Auch verpasst" in mailoutbox[1].body


def test_nothing_open_is_no_mail(newcomer, mailoutbox):
    membership.confirm(newcomer)
    outbox.sweep()
    assert mailoutbox == []


def test_a_failed_mail_is_caught_up_when_the_partner_is_back(partner, mail_channel, publish):
    publish()
    Delivery.objects.update(state="failed", error="Die Adresse gibt es nicht.")
    publishing.catch_up(mail_channel)
    row = Delivery.objects.get(channel=mail_channel)
    assert (row.state, row.error, row.attempts) == ("waiting", "", 0)


def test_a_way_that_cannot_bundle_is_no_flood(partner, publish, monkeypatch):
    from channels.adapters.people import package

    channel = Channel.objects.create(key="p", name="P", kind="package", partner=partner, active=False)
    publish()
    monkeypatch.delattr(package, "send_bundle")
    Channel.objects.update(active=True)
    publishing.catch_up(channel)
    assert not channel.deliveries.exists()


def test_in_a_pause_the_catch_up_waits_for_its_end(newcomer, publish):
    publish()
    membership.confirm(newcomer)
    until = timezone.localdate() + datetime.timedelta(days=9)
    membership.pause(newcomer, until)
    row = Delivery.objects.get(channel__partner=newcomer)
    assert timezone.localdate(row.due_at) >= until
    membership.pause(newcomer, None)
    row.refresh_from_db()
    assert row.due_at <= timezone.now() + datetime.timedelta(minutes=1)
