"""Approving publishes, closing ends: state, codes and deliveries of an ad, in one transaction each."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from channels import editions, links, routing, timing
from channels.adapters import registry
from channels.editions import printable
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery
from channels.partners.handoffs.hanging import hanging_since
from channels.publishing import approving, outbox
from channels.renditions.feed_entry import feed_entry
from channels.renditions.forms import kept
from channels.sending.waking import wake_feeds, wake_workers
from outreach.people.models import User
from outreach.words.recorded import recorded
from postings import workflow
from postings.models import Posting, PostingVersion

log = logging.getLogger(__name__)


@transaction.atomic
def approve(posting: Posting, *, by: User, comment: str = "") -> None:
    """Approve the ad and send it on its ways. What is approved now is what is sent: renditions are stored."""
    if wrong := printable.problems(posting.current):
        raise workflow.Refused(" ".join(wrong))
    workflow.approve(posting, by=by, comment=comment)
    editions.freeze(posting.approved, by=by.display_name)
    publish(posting.approved, Channel.objects.receiving().select_related("partner"))
    approving.record(posting.approved, by=by, comment=comment)
    transaction.on_commit(wake_workers)
    transaction.on_commit(wake_feeds)


def publish(version: PostingVersion, channels: Iterable[Channel]) -> list[Delivery]:
    """Every channel gets the ad, in the order and with the reasons of `routing`, when `timing` allows it.

    Left out is only the partner who chose so.
    """
    channels = list(channels)
    planner = timing.Planner.of(channels, binding=True)
    rows = []
    for way in routing.ways(version, channels, timezone.localdate()):
        if not way.left_out and (row := publish_on(version, way, planner)):
            rows.append(row)
    return rows


def publish_on(version: PostingVersion, way: routing.Way, planner: timing.Planner) -> Delivery | None:
    """The medium's own rendition, and the entry of the feed that every channel has."""
    channel, adapter = way.channel, registry.find(way.channel.kind)
    if adapter is None:
        log.warning("channel %s has an unknown kind: %s", channel.pk, channel.kind)
        return None
    links.code_for(version.posting, channel, channel.language)
    if registry.is_system(channel.kind):
        return None
    with translation.override(spoken(channel.language)):
        rendition = {**adapter.render(version, channel), "feed_entry": feed_entry(version, channel)}
    slot = planner.slot(channel, version.posting.deadline)
    row = outbox.put(
        channel,
        Delivery.Action.PUBLISH,
        rendition,
        version=version,
        due_at=slot.at,
        reasons=list(way.reasons),
        bundle=slot.bundle,
    )
    if slot.at is None:
        with recorded():
            outbox.hold_back(row, timing.held_back(slot), slot.over)
    return row


@transaction.atomic
def close(posting: Posting, *, by: User | None = None, comment: str = "") -> None:
    """End a published ad everywhere it went."""
    workflow.close(posting, by=by, comment=comment)
    kept.let_go(posting)
    sent_out = Delivery.objects.filter(version=posting.approved, action=Delivery.Action.PUBLISH)
    with recorded():
        outbox.withdraw(sent_out, _("Die Stelle wurde geschlossen, bevor die Nachricht hinausging."))
    reached = sent_out.exclude(state__in=[Delivery.State.CANCELLED, Delivery.State.FAILED])
    reached = reached.select_related("channel__partner")
    planner = timing.Planner.of([delivery.channel for delivery in reached], binding=True)
    for delivery in reached:
        _close_on(posting, delivery.channel, planner, early=by is not None)
    transaction.on_commit(wake_workers)
    transaction.on_commit(wake_feeds)


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


def _close_on(posting: Posting, channel: Channel, planner: timing.Planner, *, early: bool) -> None:
    """Served media drop the ad by themselves. Posts and programs are told of every end; people who read
    the deadline only of an earlier one, or if they have put the ad up.
    """
    adapter = registry.find(channel.kind)
    if adapter is None:
        return
    rendition = {}
    if registry.sends(channel.kind):
        known = registry.is_deadline_told(channel.kind) and not early
        if not hasattr(adapter, "render_close") or (known and not hanging_since(posting, channel)):
            return
        with translation.override(spoken(channel.language)):
            rendition = adapter.render_close(posting.approved, channel)
    slot = planner.slot(channel, pressing=True)
    outbox.put(
        channel,
        Delivery.Action.CLOSE,
        rendition,
        version=posting.approved,
        due_at=slot.at or slot.over,
        bundle=slot.bundle,
    )
