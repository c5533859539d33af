"""The hub with a real subscriber: asked, confirmed, fed, renewed, ended; and what nobody may do with it."""

from __future__ import annotations

import datetime
import hashlib
import hmac

import feedparser
import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import delivery as outbox
from channels import publishing
from channels.feeds import naming, serving
from channels.models import Channel, Delivery
from channels.sending.http import connections
from channels.websub import asking, subscriptions
from tests.channels.receivers.plain import Plain
from tests.channels.receivers.server import Reply, Request

pytestmark = pytest.mark.django_db


class Subscriber(Plain):
    """Confirms what it asked for; keeps the feeds it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.confirms = True
        self.reply = self._reply

    def _reply(self, request: Request) -> Reply:
        if request.method == "GET":
            echo = request.query.get("hub.challenge", "").encode()
            return Reply(200, echo) if self.confirms else Reply(404, b"")
        return Reply(204, b"")

    @property
    def questions(self) -> list[dict[str, str]]:
        return [one.query for one in self.requests if one.method == "GET"]

    @property
    def feeds(self) -> list[Request]:
        return [one for one in self.requests if one.method == "POST"]


@pytest.fixture
def subscriber(settings):
    settings.OUTGOING_LOOPBACK = True
    with Subscriber() as made:
        yield made
    connections.close()


@pytest.fixture
def topic(feed_channel) -> str:
    return naming.address(feed_channel, "atom.xml")


@pytest.fixture
def ask(client, subscriber, topic):
    """ask(mode="subscribe", …) -> the hub's answer."""

    def post(mode: str = "subscribe", **fields) -> int:
        given = {"callback": f"{subscriber.url}/hier", "mode": mode, "topic": topic, **fields}
        data = {f"hub.{name}": value for name, value in given.items() if value is not None}
        return Client(enforce_csrf_checks=True).post(reverse("hub"), data).status_code

    return post


@pytest.fixture
def subscribed(ask, subscriber) -> Channel:
    """A confirmed subscription with a secret."""
    assert ask(secret="geheimes Wort", lease_seconds="86400") == 202
    outbox.sweep()
    subscriber.requests.clear()
    return Channel.objects.get(kind="websub")


def changed(publish, channel, **options):
    """A new ad, and the feed as the workers keep it."""
    posting = publish(**options)
    serving.refresh()
    outbox.sweep()
    return posting


def test_feeds_tell_where_the_hub_is(client, feed_channel, topic):
    response = client.get(reverse("feeds:atom", args=[feed_channel.key]))
    assert response["Link"] == f'<https://jobs.neustadt.example/hub/>; rel="hub", <{topic}>; rel="self"'
    links = {link.rel: link.href for link in feedparser.parse(response.content).feed.links}
    assert links["hub"] == "https://jobs.neustadt.example/hub/" and links["self"] == topic


def test_without_a_way_out_there_is_no_hub(client, settings, feed_channel, ask):
    settings.DELIVERY_CONSOLE = True
    response = client.get(reverse("feeds:atom", args=[feed_channel.key]))
    assert "Link" not in response and b"/hub/" not in response.content
    assert ask() == 503


def test_the_callback_is_asked_by_a_worker_not_in_the_request(ask, subscriber, topic):
    assert ask(callback=f"{subscriber.url}/hier?wer=ich", lease_seconds="86400") == 202
    assert subscriber.requests == []
    outbox.sweep()
    (question,) = subscriber.questions
    assert question["wer"] == "ich" and question["hub.mode"] == "subscribe" and question["hub.topic"] == topic
    assert question["hub.lease_seconds"] == "86400" and len(question["hub.challenge"]) > 15
    assert subscriptions.is_alive(Channel.objects.get(kind="websub"), timezone.now())


def test_every_change_arrives_whole_and_signed(subscribed, subscriber, publish, feed_channel, topic):
    changed(publish, feed_channel, title="Sachbearbeitung Wohngeld")
    (feed,) = subscriber.feeds
    assert feed.headers["content-type"].startswith("application/atom+xml")
    wanted = hmac.new(b"geheimes Wort", feed.body, hashlib.sha256).hexdigest()
    assert feed.headers["x-hub-signature"] == f"sha256={wanted}"
    assert f'<{topic}>; rel="self"' in feed.headers["link"]
    assert feedparser.parse(feed.body).entries[0].title == "Sachbearbeitung Wohngeld"
    assert feed.body == bytes(feed_channel.snapshots.get(file="atom.xml").body)


def test_the_end_of_an_ad_is_a_change_too(subscribed, subscriber, publish, feed_channel, editor):
    posting = changed(publish, feed_channel)
    changed(publish, feed_channel, title="Zweite Stelle")
    publishing.close(posting, by=editor)
    serving.refresh()
    outbox.sweep()
    assert len(subscriber.feeds) == 3 and b"deleted-entry" in subscriber.feeds[-1].body


def test_many_changes_in_a_row_are_one_message(subscribed, subscriber, publish):
    for number in range(4):
        publish(title=f"Stelle {number}")
        serving.refresh()
    outbox.sweep()
    (feed,) = subscriber.feeds
    assert len(feedparser.parse(feed.body).entries) == 4


def test_without_a_secret_there_is_no_signature(ask, subscriber, publish, feed_channel):
    ask()
    outbox.sweep()
    changed(publish, feed_channel)
    assert "x-hub-signature" not in subscriber.feeds[0].headers


@pytest.mark.parametrize(
    "reply", [Reply(200, b"anderes"), Reply(404), Reply(410), Reply(302, b"", {"Location": "/"})]
)
def test_who_does_not_confirm_gets_nothing(ask, subscriber, publish, feed_channel, reply):
    subscriber.reply = lambda request: reply
    ask()
    outbox.sweep()
    changed(publish, feed_channel)
    assert subscriber.feeds == [] and len(subscriber.questions) == 1
    assert not Delivery.objects.troubled().exists()


def test_a_lease_ends(subscribed, subscriber, publish, feed_channel):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1, minutes=1)):
        changed(publish, feed_channel)
    assert subscriber.requests == []


def test_asking_again_renews_the_lease_and_changes_the_secret(
    subscribed, subscriber, ask, publish, feed_channel
):
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=20)):
        ask(secret="neu", lease_seconds="86400")
        outbox.sweep()
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=40)):
        changed(publish, feed_channel)
    assert Channel.objects.filter(kind="websub").count() == 1
    (feed,) = subscriber.feeds
    wanted = hmac.new(b"neu", feed.body, hashlib.sha256).hexdigest()
    assert feed.headers["x-hub-signature"] == f"sha256={wanted}"


def test_a_stranger_cannot_change_a_secret_or_end_a_subscription(
    subscribed, subscriber, ask, publish, feed_channel
):
    """They know topic and callback, but the callback does not confirm."""
    subscriber.confirms = False
    ask(secret="fremd")
    ask(mode="unsubscribe")
    outbox.sweep()
    changed(publish, feed_channel)
    (feed,) = subscriber.feeds
    wanted = hmac.new(b"geheimes Wort", feed.body, hashlib.sha256).hexdigest()
    assert feed.headers["x-hub-signature"] == f"sha256={wanted}"


def test_unsubscribing_is_confirmed_too(subscribed, subscriber, ask, publish, feed_channel):
    assert ask(mode="unsubscribe") == 202
    outbox.sweep()
    assert subscriber.questions[0]["hub.mode"] == "unsubscribe"
    changed(publish, feed_channel)
    assert subscriber.feeds == []


def test_gone_ends_it(subscribed, subscriber, publish, feed_channel):
    subscriber.reply = lambda request: Reply(410, b"")
    changed(publish, feed_channel)
    changed(publish, feed_channel, title="Noch eine")
    assert len(subscriber.feeds) == 1


def test_a_subscriber_in_trouble_gets_it_later(subscribed, subscriber, publish, feed_channel):
    subscriber.refuse(500)
    changed(publish, feed_channel)
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        outbox.sweep()
    assert len(subscriber.feeds) == 2 and subscriber.feeds[0].body == subscriber.feeds[1].body


def test_a_feed_that_moved_is_not_given_on(subscribed, subscriber, publish, feed_channel):
    """It was public, and is no longer."""
    Channel.objects.filter(pk=feed_channel.pk).update(public=False, key="e" * 32)
    changed(publish, feed_channel)
    assert subscriber.requests == []


def test_a_subscription_is_no_channel_for_ads(subscribed, publish):
    posting = publish()
    assert not subscribed.deliveries.telling().exists()
    assert not posting.links.filter(channel=subscribed).exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "publish"}, {"mode": None}, {"topic": None}, {"callback": None},
        {"topic": "https://jobs.neustadt.example/stellen/"}, {"topic": "https://anderswo.example/feeds/alle-stellen/atom.xml"},
        {"topic": "https://jobs.neustadt.example/feeds/gibt-es-nicht/atom.xml"},
        {"topic": "https://jobs.neustadt.example/feeds/alle-stellen/atom.xml?x=1"},
        {"topic": "https://jobs.neustadt.example/feeds/alle-stellen/../alle-stellen/atom.xml"},
        {"callback": "http://stadt.example/"}, {"callback": "https://10.0.0.1/"}, {"callback": "https://db.internal/"},
        {"callback": "https://ada:x@stadt.example/"}, {"callback": "https://stadt.example/\r\nX: y"},
        {"callback": "https://stadt\u202e.example/"}, {"callback": "https://169.254.169.254/latest/meta-data/"},
        {"lease_seconds": "ewig"}, {"lease_seconds": "-1"}, {"lease_seconds": "²"}, {"secret": "x" * 200},
        {"secret": "a\r\nb"},
    ],
)  # fmt: skip
def test_requests_that_are_no_good(ask, fields):
    assert ask(**fields) == 400
    assert not Channel.objects.filter(kind="websub").exists()


@pytest.mark.parametrize(
    ("given", "seconds"), [("1", 3600), ("9" * 18, 30 * 24 * 3600), (None, 10 * 24 * 3600)]
)
def test_leases_are_finite(ask, subscriber, given, seconds):
    ask(lease_seconds=given)
    outbox.sweep()
    assert subscriber.questions[0]["hub.lease_seconds"] == str(seconds)


def test_two_requests_at_once_make_one_subscription(ask, subscriber, feed_channel, topic, monkeypatch):
    """Neither saw the other's row."""
    monkeypatch.setattr(subscriptions, "find", lambda *about: None)
    assert [ask(), ask()] == [202, 202]
    assert Channel.objects.filter(kind="websub").count() == 1


def test_unsubscribing_what_is_not_there_asks_nobody(ask):
    assert ask(mode="unsubscribe") == 202
    assert not Delivery.objects.exists()


def test_nobody_uses_us_to_flood_a_host(ask, subscriber, monkeypatch):
    monkeypatch.setattr(asking, "QUESTIONS_PER_HOST", 3)
    answers = [ask(callback=f"{subscriber.url}/{number}") for number in range(5)]
    assert answers == [202, 202, 202, 429, 429]
    outbox.sweep()
    assert len(subscriber.questions) == 3


@pytest.mark.parametrize("bound", ["PER_TOPIC", "PER_HOST", "IN_ALL", "QUESTIONS"])
def test_there_are_only_so_many(ask, subscriber, monkeypatch, bound):
    monkeypatch.setattr(asking, bound, 2)
    assert [ask(callback=f"{subscriber.url}/{number}") for number in range(3)] == [202, 202, 429]


def test_the_newest_question_counts(ask, subscriber):
    for _time in range(3):
        ask()
    outbox.sweep()
    assert len(subscriber.questions) == 1


def test_what_ended_is_forgotten(subscribed, subscriber, ask):
    ask(callback=f"{subscriber.url}/anderer")
    later = timezone.now() + datetime.timedelta(days=8)
    Delivery.objects.filter(state="waiting").update(state="failed")
    assert subscriptions.sweep(later) == 2
    assert not Channel.objects.filter(kind="websub").exists() and not Delivery.objects.exists()


def test_a_callback_nobody_answers_is_asked_thrice(ask, subscriber):
    subscriber.reply = lambda request: Reply(503, b"")
    ask()
    now = timezone.now()
    for hours in range(6):
        outbox.sweep(now + datetime.timedelta(hours=hours * 12))
    assert len(subscriber.questions) == 3
    assert Delivery.objects.get().state == "failed"


def test_looking_at_the_hub_does_nothing(client):
    assert client.get(reverse("hub")).status_code == 405
