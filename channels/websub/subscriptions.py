"""Subscriptions: asked for, confirmed for a while, fed, ended, swept away."""

from __future__ import annotations

import datetime
import hashlib
import secrets
import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from channels.feeds import naming
from channels.models import Channel, Delivery
from channels.models.delivery import NOTE
from channels.publishing import outbox
from channels.sending.waking import wake_workers
from outreach.background import deletions

KIND = "websub"
#: What ended or was never confirmed is kept so long, for whoever looks what happened.
KEPT = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Asked:
    """What a subscriber wants."""

    mode: str  # subscribe, unsubscribe
    lease: int  # seconds
    secret: str = ""


def of(topic: Channel, file: str) -> QuerySet[Channel]:
    """All subscriptions of a feed, also those that ended or are not confirmed yet."""
    return Channel.objects.filter(kind=KIND, options__topic=topic.pk, options__file=file)


def find(topic: Channel, file: str, callback: str) -> Channel | None:
    """The one subscription of this callback."""
    return of(topic, file).filter(options__callback=callback).first()


def make(topic: Channel, file: str, address: str, callback: str) -> Channel:
    """A subscription nobody has confirmed yet; two requests at once make one."""
    name = hashlib.sha256(f"{topic.pk} {file} {callback}".encode()).hexdigest()[:32]
    options = {
        "topic": topic.pk,
        "file": file,
        "address": address,
        "callback": callback,
        "host": urlsplit(callback).hostname,
        "until": None,
    }
    about = {"name": f"WebSub {name}", "kind": KIND, "language": topic.language, "options": options}
    # Never active: it gets no ads of its own.
    return Channel.objects.get_or_create(key=f"websub-{name}", defaults={**about, "active": False})[0]


def ask(channel: Channel, asked: Asked) -> None:
    """Put the question to the callback. The newest question counts."""
    question = secrets.token_urlsafe(16)
    channel.secrets = {**channel.secrets, "asked": {"question": question, "secret": asked.secret}}
    channel.save(update_fields=["secrets"])
    waiting = channel.deliveries.filter(state=Delivery.State.WAITING, key__startswith=f"{NOTE}verify:")
    waiting.update(state=Delivery.State.CANCELLED)
    rendition = {"verify": asked.mode, "lease": asked.lease, "challenge": question}
    outbox.put_note(channel, f"verify:{question}", rendition)
    transaction.on_commit(wake_workers)


@transaction.atomic
def confirm(channel: Channel, question: str, asked: Asked) -> None:
    """The callback echoed the challenge."""
    fresh = Channel.objects.select_for_update().get(pk=channel.pk)
    if fresh.secrets.get("asked", {}).get("question") != question:
        return  # overtaken by a newer question
    if asked.mode == "unsubscribe":
        end(fresh)
        return
    until = timezone.now() + datetime.timedelta(seconds=asked.lease)
    fresh.options = {**fresh.options, "until": until.isoformat()}
    fresh.secrets = {"secret": fresh.secrets["asked"]["secret"]}
    fresh.save(update_fields=["options", "secrets"])
    if topic := topic_of(fresh):
        from channels.feeds import serving  # which tells us of changes

        serving.serve(topic, fresh.options["file"])  # from now on it is kept up to date


def end(channel: Channel) -> None:
    """Nothing goes there any more."""
    channel.options = {**channel.options, "until": None}
    channel.secrets = {}
    channel.save(update_fields=["options", "secrets"])
    channel.deliveries.filter(state=Delivery.State.WAITING).update(state=Delivery.State.CANCELLED)


def is_alive(channel: Channel, now: datetime.datetime) -> bool:
    """Confirmed, and the lease runs; and the feed is where it was (a private one may have moved)."""
    until = channel.options.get("until")
    if not until or datetime.datetime.fromisoformat(until) <= now:
        return False
    topic = topic_of(channel)
    return topic is not None and naming.address(topic, channel.options["file"]) == channel.options["address"]


def topic_of(channel: Channel) -> Channel | None:
    """The channel whose feed is subscribed to, if it still has one."""
    return Channel.objects.receiving().filter(pk=channel.options.get("topic")).first()


@transaction.atomic
def distribute(topic: Channel, file: str) -> int:
    """The feed changed: put it on the way to all who subscribed, once for many changes in a row."""
    now = timezone.now()
    alive = [one for one in of(topic, file) if is_alive(one, now)]
    waiting = Delivery.objects.filter(
        channel__in=alive, state=Delivery.State.WAITING, key__startswith=f"{NOTE}content:", attempts=0
    )
    informed = set(waiting.values_list("channel", flat=True))
    rows = [one for one in alive if one.pk not in informed]
    for one in rows:
        one.deliveries.filter(state=Delivery.State.WAITING, key__startswith=f"{NOTE}content:").update(
            state=Delivery.State.CANCELLED  # a newer state of the same feed goes instead
        )
        outbox.put_note(one, f"content:{uuid.uuid4().hex}", {"file": file})
    if rows:
        transaction.on_commit(wake_workers)
    return len(rows)


def sweep(now: datetime.datetime) -> int:
    """Forget what ended or was never meant, and old notes of what lives. Returns how many ended ones."""
    old = now - KEPT
    notes = Delivery.objects.filter(channel__kind=KIND).exclude(
        state__in=[Delivery.State.WAITING, Delivery.State.SENDING]
    )
    gone = notes.filter(created_at__lt=old).delete()[0]
    ended = [
        one.pk
        for one in Channel.objects.filter(Q(kind=KIND) & Q(created_at__lt=old) & Q(deliveries=None))
        if not is_alive(one, now)
    ]
    Channel.objects.filter(pk__in=ended).delete()
    deletions.note("subscriptions", gone + len(ended))
    return len(ended)
