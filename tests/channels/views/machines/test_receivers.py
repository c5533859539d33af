"""The page of a receiver's technicians: everything by its address, nothing without."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import delivery as outbox
from channels.models import Channel, Delivery
from channels.webhooks import endpoint as ends
from tests.channels.webhooks.conftest import channel, endpoint, make_channel

__all__ = ["channel", "endpoint", "make_channel"]  # fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict() -> Client:
    """A visitor without cookies whom nobody lets through by mistake."""
    return Client(enforce_csrf_checks=True)


def address(name: str, channel: Channel) -> str:
    return reverse(f"receivers:{name}", args=[ends.page_key(channel)])


def test_the_page_shows_messages_and_no_secrets(strict, channel, publish):
    publish(title="Sachbearbeitung Wohngeld")
    outbox.sweep()
    response = strict.get(address("page", channel))
    row = Delivery.objects.telling().get()
    for words in (
        "Sachbearbeitung Wohngeld",
        "job.published",
        "endpoint.verification",
        str(row.uid),
        "Gesendet",
    ):
        assert words in response.text
    channel.refresh_from_db()
    for secret in channel.secrets.values():
        assert secret not in response.text
    assert response["Cache-Control"] == "no-store, private" and response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"] and not response.cookies


@pytest.mark.parametrize("name", ["page", "test", "prove", "new_key", "again"])
def test_another_address_is_none(strict, channel, name):
    wrong = address(name, channel).replace(ends.page_key(channel), ends.page_key(channel)[:-2] + "xx")
    for response in (strict.get(wrong), strict.post(wrong)):
        assert response.status_code == 404


@pytest.mark.parametrize("name", ["test", "prove", "new_key", "again"])
def test_looking_changes_nothing(strict, channel, name):
    assert strict.get(address(name, channel)).status_code == 405


def test_a_new_key_is_shown_once(strict, channel):
    text = strict.post(address("new_key", channel)).text
    channel.refresh_from_db()
    assert channel.secrets["key"] in text and "24 Stunden" in text
    assert channel.secrets["key"] not in strict.get(address("page", channel)).text
    assert "sofort" in strict.post(address("new_key", channel), {"sofort": "1"}).text


def test_a_test_and_then_patience(strict, channel, endpoint):
    assert "ist unterwegs" in strict.post(address("test", channel), follow=True).text
    assert "zehn Sekunden" in strict.post(address("test", channel), follow=True).text
    outbox.sweep()
    assert endpoint.types == ["endpoint.test"]


def test_the_code_typed_in(strict, make_channel, endpoint):
    endpoint.echo = False
    waiting = make_channel()
    outbox.sweep()
    assert "Code" in strict.get(address("page", waiting)).text
    assert "nicht" in strict.post(address("prove", waiting), {"code": "falsch"}, follow=True).text
    code = endpoint.said[0]["data"]["challenge"]
    assert "ist bestätigt" in strict.post(address("prove", waiting), {"code": code}, follow=True).text
    waiting.refresh_from_db()
    assert waiting.active


def test_one_message_or_all_again(strict, channel, endpoint, publish):
    publish()
    outbox.sweep()
    row = Delivery.objects.telling().get()
    told = strict.post(address("again", channel), {"nachricht": row.pk}, follow=True).text
    assert "1 Nachricht geht noch einmal hinaus." in told
    outbox.sweep()
    earlier = timezone.localtime() - datetime.timedelta(hours=1)
    strict.post(address("again", channel), {"seit": earlier.strftime("%Y-%m-%dT%H:%M")})
    outbox.sweep()
    assert endpoint.types == ["job.published"] * 3


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"seit": ""},
        {"seit": "gestern"},
        {"seit": "2999-01-01T00:00"},
        {"nachricht": "²"},
        {"seit": "2026-99-99T00:00"},
    ],
)
def test_odd_requests_send_nothing(strict, channel, publish, given):
    publish()
    outbox.sweep()
    assert strict.post(address("again", channel), given).status_code == 302
    assert Delivery.objects.telling().get().state == "sent"


def test_only_own_messages(strict, channel, publish, mail_delivery):
    Delivery.objects.filter(pk=mail_delivery.pk).update(state="sent")
    strict.post(address("again", channel), {"nachricht": mail_delivery.pk})
    mail_delivery.refresh_from_db()
    assert mail_delivery.state == "sent"


def test_the_schema_is_open(client):
    response = client.get(reverse("receivers:schema"))
    assert b"".join(response.streaming_content).startswith(b"{")
    response.close()


def test_staff_find_the_page_and_can_move_it(outreach, channel):
    edit = reverse("channels:edit", args=[channel.pk])
    old = address("page", channel)
    assert old in outreach.get(edit).text
    outreach.post(reverse("channels:new_receiver_page", args=[channel.pk]))
    channel.refresh_from_db()
    assert address("page", channel) != old and outreach.get(old).status_code == 404
