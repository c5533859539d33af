"""Requests to the hub: read, bounded, throttled. A worker asks the callback before anything is sent."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from channels.feeds import formats, naming
from channels.models import Channel, Delivery
from channels.models.delivery import NOTE
from channels.sending.http import BadAddress, check_address
from channels.websub import subscriptions
from channels.websub.subscriptions import KIND, Asked
from outreach.addresses import base

#: Seconds. Finite on purpose: who still wants the feed asks again.
SHORTEST, USUAL, LONGEST = 3600, 10 * 24 * 3600, 30 * 24 * 3600
LONGEST_SECRET = 199  # bytes; the standard's bound
#: Subscriptions of one feed, of one host, and in all.
PER_TOPIC, PER_HOST, IN_ALL = 500, 20, 5000
#: So often within an hour we ask one host, and all hosts together, whether a subscription is meant.
QUESTIONS_PER_HOST, QUESTIONS = 30, 1000


class Refused(ValueError):  # noqa: N818 - it reads as what happened
    """The request cannot be met; the message says why. `status`: 400, or 429 for too much of it."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Topic:
    """One feed of one channel."""

    channel: Channel
    file: str
    address: str


def take(given: Mapping[str, str]) -> None:
    """Put the question whether it is meant; `Refused` if the request is no good."""
    mode = given.get("hub.mode", "")
    if mode not in {"subscribe", "unsubscribe"}:
        raise Refused("hub.mode")
    topic, callback = topic_of(given.get("hub.topic", "")), _callback(given.get("hub.callback", ""))
    asked = Asked(mode, _lease(given.get("hub.lease_seconds", "")), _secret(given.get("hub.secret", "")))
    with transaction.atomic():
        known = subscriptions.find(topic.channel, topic.file, callback)
        if mode == "unsubscribe" and known is None:
            return  # nothing to end, and nobody learns what there is
        _not_too_many(topic, callback, is_new=known is None)
        channel = known or subscriptions.make(topic.channel, topic.file, topic.address, callback)
        subscriptions.ask(channel, asked)


def topic_of(address: str) -> Topic:
    """The feed an address stands for, exactly as it is advertised."""
    unknown = Refused("hub.topic")
    if not address.startswith(f"{base()}/"):
        raise unknown
    try:
        found = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        raise unknown from None
    key, file = found.kwargs.get("key"), found.kwargs.get("file")
    if found.namespace != "feeds" or file not in formats.files():
        raise unknown
    channel = Channel.objects.receiving().chosen().filter(key=key).first()
    if channel is None or naming.address(channel, file) != address:
        raise unknown
    return Topic(channel, file, address)


def _callback(address: str) -> str:
    try:
        return check_address(address).url
    except BadAddress as error:
        raise Refused(f"hub.callback: {error}") from None


def _lease(given: str) -> int:
    if not given:
        return USUAL
    if not (given.isascii() and given.isdecimal() and len(given) < 19):
        raise Refused("hub.lease_seconds")
    return min(max(int(given), SHORTEST), LONGEST)


def _secret(given: str) -> str:
    if len(given.encode()) > LONGEST_SECRET or not given.isprintable():
        raise Refused("hub.secret")
    return given


def _not_too_many(topic: Topic, callback: str, *, is_new: bool) -> None:
    """Nobody may use us to flood others, nor fill our database."""
    host = urlsplit(callback).hostname
    too_many = Refused(_("Zu viele Abonnements. Bitte später noch einmal."), 429)
    hour = timezone.now() - datetime.timedelta(hours=1)
    questions = Delivery.objects.filter(
        channel__kind=KIND, key__startswith=f"{NOTE}verify:", created_at__gte=hour
    )
    if questions.count() >= QUESTIONS:
        raise too_many
    if questions.filter(channel__options__host=host).count() >= QUESTIONS_PER_HOST:
        raise too_many
    if not is_new:
        return
    everything = Channel.objects.filter(kind=KIND)
    of_topic = subscriptions.of(topic.channel, topic.file)
    if (
        everything.count() >= IN_ALL
        or everything.filter(options__host=host).count() >= PER_HOST
        or of_topic.count() >= PER_TOPIC
    ):
        raise too_many
