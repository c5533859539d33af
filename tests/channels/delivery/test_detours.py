"""A partner's next way: what fails for good on one goes on the next."""

import pytest

from channels import delivery as outbox
from channels import publishing
from channels.adapters import registry
from channels.delivery import detours
from channels.models import Channel, Delivery
from channels.sending.errors import SendError
from tests.channels.adapters.test_registry import fax  # noqa: F401
from tests.channels.delivery.conftest import State


@pytest.fixture
def ranks(fax, quality):  # noqa: F811
    """The fax comes first, then mail."""
    fax.FALLBACK = 10
    fax.sent.clear()
    quality(FALLBACK=50)
    return fax


@pytest.fixture
def ways(ranks, partner, mail_channel):
    """A partner by fax, with mail as the next way; the ad goes by fax only."""
    mail_channel.active = False
    mail_channel.save()
    return Channel.objects.create(key="fax", name="Fax", kind="fax", partner=partner)


@pytest.fixture
def broken(ways, publish, mail_channel, monkeypatch):
    """An ad whose fax cannot be sent."""

    def send(row):
        raise SendError("Die Nummer gibt es nicht.", permanent=True)

    monkeypatch.setattr(registry.get("fax"), "send", send)
    posting = publish()
    mail_channel.active = True
    mail_channel.save()
    return posting


def test_what_fails_for_good_goes_another_way(broken, sent, mail_channel):
    outbox.sweep()
    failed, instead = Delivery.objects.order_by("pk")
    assert (failed.state, failed.channel.kind) == (State.FAILED, "fax")
    assert (instead.state, instead.channel, instead.instead_of) == (State.SENT, mail_channel, failed)
    assert instead.rendition["subject"]
    assert instead.reasons == failed.reasons
    assert sent == [instead.pk]


def test_its_end_too(broken, sent, mail_channel, editor):
    outbox.sweep()
    publishing.close(broken, by=editor)
    outbox.sweep()
    assert [row.action for row in Delivery.objects.filter(channel=mail_channel).order_by("pk")] == [
        "publish",
        "close",
    ]
    assert len(sent) == 2


def test_who_has_it_already_by_the_other_way_gets_no_second(ranks, partner, mail_channel, publish, sent):
    Channel.objects.create(key="fax", name="Fax", kind="fax", partner=partner)
    publish()
    assert Delivery.objects.count() == 2
    row = Delivery.objects.get(channel__kind="fax")
    assert detours.take(row) is None
    assert Delivery.objects.count() == 2


def test_never_back_up_the_chain(ranks, partner, mail_channel, ways):
    mail_channel.active = True
    mail_channel.save()
    assert detours.next_ways(ways) == [mail_channel]
    assert detours.next_ways(mail_channel) == []


def test_a_channel_switched_off_sends_what_waits_another_way(ways, publish, sent, mail_channel):
    publish()
    Channel.objects.filter(pk=mail_channel.pk).update(active=True)
    Channel.objects.filter(pk=ways.pk).update(active=False, trouble="Seit Tagen kommt nichts an.")
    outbox.sweep()
    failed, instead = Delivery.objects.order_by("pk")
    assert (failed.state, failed.error) == (State.FAILED, "Seit Tagen kommt nichts an.")
    assert (instead.instead_of, instead.state) == (failed, State.SENT)


def test_the_failure_is_written_down_even_if_the_other_way_has_a_mistake(broken, quality, caplog):
    def render(version, channel):
        raise KeyError("subject")

    quality(render=render)
    outbox.sweep()
    assert Delivery.objects.get().state == State.FAILED
    assert "could not go by channel" in caplog.text


def test_there_may_be_no_other_way(broken, mail_channel):
    mail_channel.active = False
    mail_channel.save()
    outbox.sweep()
    assert Delivery.objects.get().state == State.FAILED


def test_who_has_nothing_but_a_machine_still_has_a_mailbox(ranks, partner, publish, sent, monkeypatch):
    Channel.objects.create(key="fax", name="Fax", kind="fax", partner=partner)

    def send(row):
        raise SendError("Die Nummer gibt es nicht.", permanent=True)

    monkeypatch.setattr(ranks, "send", send)
    publish()
    outbox.sweep()
    failed, instead = Delivery.objects.order_by("pk")
    assert (instead.channel.kind, instead.instead_of, instead.state) == ("email", failed, State.SENT)
    assert sent == [instead.pk]
    publish(title="Zweite Stelle")
    assert Delivery.objects.filter(channel=instead.channel).count() == 1  # no way of its own
    outbox.sweep()
    assert Channel.objects.filter(kind="email").count() == 1
    assert Delivery.objects.filter(channel=instead.channel, state=State.SENT).count() == 2


def test_a_mailbox_that_was_switched_off_is_left_alone(ranks, partner, mail_channel, publish, monkeypatch):
    Channel.objects.filter(pk=mail_channel.pk).update(active=False)
    Channel.objects.create(key="fax", name="Fax", kind="fax", partner=partner)
    publish()
    row = Delivery.objects.get()
    assert detours.take(row) is None
    assert Channel.objects.filter(kind="email").count() == 1
