"""What our hub sends: the question whether a subscription is meant, and the whole feed after a change."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from channels import websub
from channels.adapters.registry import Rate
from channels.feeds import formats
from channels.models import Channel, Delivery
from channels.sending import http
from channels.sending.errors import SendError
from channels.websub import subscriptions
from channels.websub.subscriptions import Asked
from postings.models import PostingVersion

NAME = gettext_lazy("Abonnement eines Feeds (WebSub)")
SYSTEM = True
REPEATABLE = True
RATE = Rate(per_second=5, burst=20)
#: Of a feed.
LARGEST = 8 * 1024 * 1024
#: A callback that cannot be asked so often is none.
_QUESTIONS = 3


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Nothing: the feed is what is sent."""
    return {}


def lane(channel: Channel) -> str:
    """One per host, so that a slow one delays nobody else."""
    return f"websub:{channel.options.get('host', channel.pk)}"


def send(delivery: Delivery) -> None:
    """A question or a feed."""
    if "verify" in delivery.rendition:
        _ask(delivery)
    else:
        _feed(delivery)


def show(delivery: Delivery) -> str:
    """For the console twin."""
    options = delivery.channel.options
    what = f"GET ({delivery.rendition['verify']})" if "verify" in delivery.rendition else "POST"
    return f"{what} {options['callback']}\n{options['address']}"


def _ask(delivery: Delivery) -> None:
    """GET the callback; it must echo the challenge and nothing else."""
    channel, said = delivery.channel, delivery.rendition
    asked = Asked(said["verify"], said["lease"])
    fields = {"hub.mode": asked.mode, "hub.topic": channel.options["address"]}
    fields["hub.challenge"] = said["challenge"]
    if asked.mode == "subscribe":
        fields["hub.lease_seconds"] = str(asked.lease)
    callback = channel.options["callback"]
    joint = "&" if "?" in callback else "?"
    try:
        answer = http.request("GET", f"{callback}{joint}{urlencode(fields)}", repeatable=True)
    except SendError as error:
        error.permanent = error.permanent or delivery.attempts >= _QUESTIONS
        error.gone = False
        raise
    if not hmac.compare_digest(answer.body.strip(), said["challenge"].encode()):
        raise SendError(_("Das Abonnement wurde nicht bestätigt."), permanent=True)
    subscriptions.confirm(channel, said["challenge"], asked)


def _feed(delivery: Delivery) -> None:
    """POST the feed as it is served now."""
    channel = delivery.channel
    topic, file = subscriptions.topic_of(channel), channel.options["file"]
    if topic is None or not subscriptions.is_alive(channel, timezone.now()):
        raise SendError(_("Das Abonnement ist abgelaufen."), permanent=True)
    kept = topic.snapshots.get(file=file)
    body = bytes(kept.body)
    headers = {"Content-Type": formats.adapter(topic, file).MIME, "Link": websub.links(topic, file)}
    if secret := channel.secrets.get("secret"):
        headers["X-Hub-Signature"] = f"sha256={signature(secret, body)}"
    try:
        http.request(
            "POST", channel.options["callback"], body=body, headers=headers, largest=LARGEST, repeatable=True
        )
    except SendError as error:
        if error.gone:
            subscriptions.end(channel)
        raise


def signature(secret: str, body: bytes) -> str:
    """HMAC-SHA256 in hexadecimal digits."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
