"""Announcing, changing, cancelling, reminding: state and deliveries of an event, in one transaction."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from channels import links, timing
from channels.adapters import registry
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery, Partner
from channels.publishing import outbox
from channels.renditions.events.entry import event_entry
from channels.sending.waking import wake_feeds, wake_workers
from outreach.background import periodic
from outreach.people.models import User
from outreach.words.recorded import recorded
from postings import events as workflow
from postings.models import Event, Posting

log = logging.getLogger(__name__)
Action, State = Delivery.Action, Delivery.State
#: A channel with one of these knows of the event, or will in a moment.
_KNOWN = (State.SENT, State.SENDING, State.UNCONFIRMED)


@transaction.atomic
def announce(event: Event) -> None:
    """Make the event public and invite to it on every channel that takes events."""
    if not workflow.announce(event):
        return
    _put_all(event, receivers(event), Action.PUBLISH)
    transaction.on_commit(wake_workers)
    transaction.on_commit(wake_feeds)


@transaction.atomic
def save(event: Event, *, by: User, postings: Iterable[Posting]) -> list[str]:
    """Store the event; what visitors must know is told to all who know of it. Returns what that is."""
    before = Event.objects.filter(pk=event.pk).first()
    changed = workflow.save(event, by=by, postings=postings)
    if not changed:
        _refresh(before, event)
    else:
        withdrawn = _withdraw(event)
        knowing = _knowing(event)
        _put_all(event, knowing, Action.CHANGE)
        uninvited = [one for one in receivers(event) if one.pk in withdrawn and one not in knowing]
        _put_all(event, uninvited, Action.PUBLISH)
        transaction.on_commit(wake_workers)
        transaction.on_commit(wake_feeds)
    return changed


def _refresh(before: Event | None, event: Event) -> None:
    """Other words are no news to send, but what is served (feeds, calendars) shows them."""
    worded = [(one.title, one.description, one.families) for one in (before, event) if one]
    if event.announced_at and len(worded) == 2 and worded[0] != worded[1]:
        served = [channel for channel in _knowing(event) if not registry.sends(channel.kind)]
        _put_all(event, served, Action.CHANGE, slot=f"{event.updated_at:%Y%m%d%H%M%S%f}")


@transaction.atomic
def cancel(event: Event, *, reason: str) -> None:
    """Call the event off wherever it was announced."""
    workflow.cancel(event, reason=reason)
    _withdraw(event)
    _put_all(event, _knowing(event), Action.CLOSE)
    transaction.on_commit(wake_workers)
    transaction.on_commit(wake_feeds)


def remind(now: datetime.datetime) -> int:
    """Send the reminders whose moment has come; each event in its own transaction, claimed once."""
    reminded = 0
    for event in Event.objects.inviting(now):
        days = workflow.due_reminder(event, now)
        if days is None:
            continue
        with periodic.claimed("events.remind", f"{event.pk}:{event.sequence}:{days}") as mine:
            if mine:
                _remind(event, days)
                reminded += 1
    return reminded


def receivers(event: Event) -> list[Channel]:
    """Every receiving channel whose medium takes events and whose partner wants them."""
    found = Channel.objects.receiving().select_related("partner")
    return [channel for channel in found if takes(channel, event)]


def takes(channel: Channel, event: Event) -> bool:
    """Whether the medium knows events and the partner wants them."""
    return registry.takes_events(channel.kind) and wants(channel.partner, event)


def wants(partner: Partner | None, event: Event) -> bool:
    """Only the partner's own choice keeps an event from them."""
    if partner is None:
        return True
    families = set(partner.families)
    return partner.wants_events and (
        not families or not event.families or bool(families & set(event.families))
    )


def _knowing(event: Event) -> list[Channel]:
    """The channels that were told of the event and still take part."""
    told = Delivery.objects.filter(
        event=event, action__in=[Action.PUBLISH, Action.CHANGE], state__in=_KNOWN
    ).values("channel")
    return list(Channel.objects.receiving().filter(pk__in=told).select_related("partner"))


def _waiting(event: Event) -> QuerySet[Delivery]:
    return Delivery.objects.filter(event=event, state=State.WAITING)


def _withdraw(event: Event) -> set[int]:
    """What still waits says something that is no longer so. Returns the channels that lose an invitation."""
    uninvited = _waiting(event).filter(action__in=[Action.PUBLISH, Action.CHANGE])
    channels = set(uninvited.values_list("channel", flat=True))
    with recorded():
        outbox.withdraw(_waiting(event), _("Der Termin wurde geändert, bevor die Nachricht hinausging."))
    return channels


@transaction.atomic
def _remind(event: Event, days: int) -> None:
    sent = [channel for channel in _knowing(event) if registry.sends(channel.kind)]  # a feed shows it anyway
    _put_all(event, sent, Action.REMIND, slot=str(days))
    transaction.on_commit(wake_workers)


def _put_all(event: Event, channels: list[Channel], action: str, *, slot: str = "") -> None:
    planner = timing.Planner.of(channels, binding=True)
    for channel in channels:
        put_on(event, channel, action, slot=slot, planner=planner)


def put_on(
    event: Event, channel: Channel, action: str, *, slot: str = "", planner: timing.Planner | None = None
) -> Delivery | None:
    """The message, at a moment before the event to which its partner agrees (without a planner: now)."""
    adapter = registry.find(channel.kind)
    if adapter is None:
        log.warning("channel %s has an unknown kind: %s", channel.pk, channel.kind)
        return None
    rendition = _rendition(event, channel, adapter, action)
    if planner is None:
        return outbox.put(channel, action, rendition, event=event, slot=slot)
    when = planner.slot(channel, timezone.localdate(event.starts_at), pressing=action != Action.PUBLISH)
    row = outbox.put(channel, action, rendition, event=event, due_at=when.at, bundle=when.bundle, slot=slot)
    if when.at is None:
        with recorded():
            sentence = _("Der Partner will bis zum Termin keine Nachricht mehr bekommen.")
        outbox.hold_back(row, sentence, when.over)
    return row


def _rendition(event: Event, channel: Channel, adapter: ModuleType, action: str) -> dict[str, Any]:
    """The medium's own rendition, and the entry of the feed that every channel has."""
    links.code_for(event, channel, channel.language)
    with translation.override(spoken(channel.language)):
        own = adapter.render_event(event, channel, action)
        return {**own, "feed_entry": event_entry(event, channel)}
