"""An address is proven first; then come signed messages, tests, and what was lost, again."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from channels import delivery as outbox
from channels import publishing
from channels.models import Channel, Delivery
from channels.webhooks import endpoint as ends
from channels.webhooks import signing
from tests.channels.receivers.server import Reply

pytestmark = pytest.mark.django_db


def settled(channel: Channel) -> Channel:
    outbox.sweep()
    channel.refresh_from_db()
    return channel


# --- The proof --------------------------------------------------------------------------------


def test_nothing_but_the_code_goes_to_an_address_that_is_not_proven(make_channel, endpoint, publish):
    endpoint.echo = False
    channel = make_channel()
    assert not channel.active and "noch nicht bestätigt" in channel.trouble
    publish()
    settled(channel)
    assert endpoint.types == ["endpoint.verification"] and not channel.active
    assert Delivery.objects.get().state == "failed" and "Code" in Delivery.objects.get().error


@pytest.mark.parametrize("how", ["object", "text"])
def test_the_code_in_the_answer_proves_it(make_channel, endpoint, how):
    if how == "text":
        endpoint.reply = lambda request: Reply(200, request.data["data"]["challenge"].encode())
    channel = settled(make_channel())
    assert channel.active and not channel.trouble and "code" not in channel.secrets


def test_the_code_typed_in_proves_it(make_channel, endpoint):
    endpoint.echo = False
    channel = settled(make_channel())
    code = endpoint.said[0]["data"]["challenge"]
    assert not ends.prove(channel, "") and not ends.prove(channel, "00000000")
    assert ends.prove(channel, f" {code.upper()} ")
    assert not ends.prove(channel, code)  # only once
    assert settled(channel).active


def test_a_new_address_is_proven_anew(channel, endpoint, publish):
    from channels.staff.channels.setup import save_channel

    endpoint.echo = False
    channel.options["address"] = f"{endpoint.url}/anders"
    assert not save_channel(channel).active
    channel.active = True  # even if somebody switched it on
    channel.save()
    publish()
    settled(channel)
    assert endpoint.types == ["endpoint.verification"]
    told = Delivery.objects.get(version__isnull=False)
    assert (told.state, told.error) == ("failed", "Die Adresse ist noch nicht bestätigt.")


def test_a_code_for_an_old_address_proves_no_new_one(make_channel, endpoint):
    endpoint.echo = False
    channel = settled(make_channel())
    old = endpoint.said[0]["data"]["challenge"]
    ends.ask_for_proof(channel)
    assert not ends.prove(channel, old)


def test_another_code_only_after_a_while(make_channel, endpoint):
    endpoint.echo = False
    channel = settled(make_channel())
    assert not ends.ask_again(channel)
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=11)):
        assert ends.ask_again(channel)


# --- Messages ---------------------------------------------------------------------------------


def test_an_ad_and_its_end_arrive_signed(channel, endpoint, publish, editor):
    posting = publish(title="Sachbearbeitung Wohngeld")
    outbox.sweep()
    publishing.close(posting, by=editor)
    outbox.sweep()
    first, last = endpoint.verified(channel.secrets["key"])
    assert (first["type"], last["type"]) == ("job.published", "job.closed")
    assert first["data"]["id"] == last["data"]["id"]
    assert first["data"]["url"].startswith("https://jobs.neustadt.example/l/")
    ids = [one.headers["webhook-id"] for one in endpoint.requests]
    assert ids == [str(row.uid) for row in Delivery.objects.telling().order_by("pk")]
    with pytest.raises(WebhookVerificationError):
        endpoint.verified(signing.new_key())


def test_a_second_try_has_the_same_id_and_body_and_its_own_moment(channel, endpoint, publish):
    endpoint.refuse(500)
    publish()
    outbox.sweep()
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        outbox.sweep()
    first, second = endpoint.requests
    assert first.body == second.body
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert int(second.headers["webhook-timestamp"]) - int(first.headers["webhook-timestamp"]) >= 59
    assert first.headers["webhook-signature"] != second.headers["webhook-signature"]


def test_a_lost_answer_is_tried_again_without_asking_a_person(channel, endpoint, publish):
    endpoint.lose()
    publish()
    outbox.sweep()
    assert Delivery.objects.telling().get().state == "waiting"


def test_gone_switches_the_channel_off(channel, endpoint, publish):
    endpoint.reply = lambda request: Reply(410)
    publish()
    assert not settled(channel).active and channel.trouble


# --- Keys -------------------------------------------------------------------------------------


def test_both_keys_count_for_a_while(channel, endpoint):
    old = channel.secrets["key"]
    new = ends.new_key(channel, datetime.timedelta(hours=24))
    assert new.startswith("whsec_") and new != old
    ends.send_test(channel)
    outbox.sweep()
    assert endpoint.verified(old) == endpoint.verified(new) != []
    assert len(endpoint.requests[0].headers["webhook-signature"].split(" ")) == 2
    channel.refresh_from_db()
    assert signing.keys(channel, timezone.now() + datetime.timedelta(hours=25)) == [new]


def test_the_old_key_can_end_at_once(channel):
    new = ends.new_key(channel, datetime.timedelta(0))
    channel.refresh_from_db()
    assert signing.keys(channel, timezone.now()) == [new]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Pacific/Kiritimati"])
def test_the_time_zone_changes_no_signature(channel, zone):
    import zoneinfo

    now = timezone.now().astimezone(zoneinfo.ZoneInfo(zone))
    headers = signing.headers(channel, "uid", "{}", now)
    assert Webhook(channel.secrets["key"]).verify("{}", headers) == {}


# --- Tests and replays ------------------------------------------------------------------------


def test_a_test_message(channel, endpoint):
    assert ends.send_test(channel)
    assert not ends.send_test(channel)  # one after the other
    outbox.sweep()
    assert endpoint.types == ["endpoint.test"]
    assert not Delivery.objects.troubled().exists()


def test_all_since_a_moment_again_under_the_old_ids(channel, endpoint, publish, editor):
    begin = timezone.now()
    kept, ended = publish(title="Bleibt"), publish(title="Endet")
    outbox.sweep()
    publishing.close(ended, by=editor)
    outbox.sweep()
    ids = {
        one.data["data"]["title"] + one.data["type"]: one.headers["webhook-id"] for one in endpoint.requests
    }
    endpoint.requests.clear()
    assert ends.send_again(channel, begin) == 2
    outbox.sweep()
    again = {
        one.data["data"]["title"] + one.data["type"]: one.headers["webhook-id"] for one in endpoint.requests
    }
    assert again == {name: ids[name] for name in ("Bleibtjob.published", "Endetjob.closed")}
    assert ends.send_again(channel, timezone.now()) == 0
    assert kept.approved.deliveries.get().state == "sent"


def test_one_message_again_and_never_one_of_another_channel(channel, publish, feed_channel, mail_channel):
    publish()
    outbox.sweep()
    own = Delivery.objects.telling().get(channel=channel)
    assert [ends.send_again(channel, pk=row.pk) for row in Delivery.objects.exclude(pk=own.pk)] == [0, 0, 0]
    assert ends.send_again(channel, pk=own.pk) == 1


# --- The page's address -----------------------------------------------------------------------


def test_the_page_is_found_by_its_key_only(channel, mail_channel):
    key = ends.page_key(channel)
    assert ends.by_page_key(key) == channel
    for wrong in (
        key[:-1],
        key + "a",
        key.replace(str(channel.pk), str(mail_channel.pk), 1),
        "1",
        "",
        "x",
        "-",
    ):
        assert ends.by_page_key(wrong) is None
    ends.new_page(channel)
    channel.refresh_from_db()
    assert ends.by_page_key(key) is None and ends.by_page_key(ends.page_key(channel)) == channel
