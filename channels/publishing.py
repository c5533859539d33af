"""Approving publishes, closing ends: state, codes and deliveries of an ad, in one transaction each."""

from __future__ import annotations

import datetime
import logging

from django.db import transaction
from django.utils import timezone, translation

from channels import links
from channels.adapters import registry
from channels.models import Channel, Delivery
from channels.renditions.feed_entry import feed_entry
from channels.sending.waking import wake_workers
from outreach.people.models import User
from postings import workflow
from postings.models import Posting, PostingVersion

log = logging.getLogger(__name__)


@transaction.atomic
def approve(posting: Posting, *, by: User, comment: str = "") -> None:
    """Approve the ad and send it on its ways. What is approved now is what is sent: renditions are stored."""
    workflow.approve(posting, by=by, comment=comment)
    for channel in Channel.objects.receiving().select_related("partner"):
        _publish_on(posting.approved, channel)
    transaction.on_commit(wake_workers)


@transaction.atomic
def close(posting: Posting, *, by: User | None = None, comment: str = "") -> None:
    """End a published ad everywhere it went."""
    workflow.close(posting, by=by, comment=comment)
    sent_out = Delivery.objects.filter(version=posting.approved, action=Delivery.Action.PUBLISH)
    sent_out.filter(state=Delivery.State.WAITING).update(state=Delivery.State.CANCELLED)
    reached = sent_out.exclude(state__in=[Delivery.State.CANCELLED, Delivery.State.FAILED])
    for delivery in reached.select_related("channel__partner"):
        _close_on(posting, delivery.channel, early=by is not None)
    transaction.on_commit(wake_workers)


def close_expired(today: datetime.date) -> int:
    """Close ads whose deadline is over; each in its own transaction, so that one trouble stops no other."""
    closed = 0
    for posting in Posting.objects.expired(today):
        try:
            close(posting)
        except workflow.Refused:
            continue  # somebody closed it in this moment
        closed += 1
    return closed


@transaction.atomic
def catch_up(channel: Channel) -> None:
    """Put the open ads on a channel that is new or switched on again, if it is served rather than sent.

    A feed or page shows what is open; a mail per open ad would be a flood.
    """
    if registry.sends(channel.kind) or not Channel.objects.receiving().filter(pk=channel.pk).exists():
        return
    today = timezone.localdate()
    for posting in Posting.objects.open().exclude(deadline__lt=today).select_related("approved"):
        _publish_on(posting.approved, channel)


def _publish_on(version: PostingVersion, channel: Channel) -> None:
    """The medium's own rendition, and the entry of the feed that every channel has."""
    adapter = registry.find(channel.kind)
    if adapter is None:
        log.warning("channel %s has an unknown kind: %s", channel.pk, channel.kind)
        return
    links.code_for(version.posting, channel, channel.language)
    if registry.is_system(channel.kind):
        return
    with translation.override(channel.language):
        rendition = {**adapter.render(version, channel), "feed_entry": feed_entry(version, channel)}
    _put(version, channel, Delivery.Action.PUBLISH, rendition)


def _close_on(posting: Posting, channel: Channel, *, early: bool) -> None:
    """Served media drop the ad by themselves; messages tell only of an end before the deadline."""
    adapter = registry.find(channel.kind)
    if adapter is None:
        return
    rendition = {}
    if registry.sends(channel.kind):
        if not early or not hasattr(adapter, "render_close"):
            return
        with translation.override(channel.language):
            rendition = adapter.render_close(posting.approved, channel)
    _put(posting.approved, channel, Delivery.Action.CLOSE, rendition)


def _put(version: PostingVersion, channel: Channel, action: str, rendition: dict) -> None:
    served = not registry.sends(channel.kind)
    now = timezone.now()
    Delivery.objects.get_or_create(
        version=version,
        channel=channel,
        action=action,
        defaults={
            "rendition": rendition,
            "state": Delivery.State.SENT if served else Delivery.State.WAITING,
            "sent_at": now if served else None,
            "due_at": now,
        },
    )
