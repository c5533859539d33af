"""Loads what is due on a lane, with all that sending needs, in a few queries for many rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from channels.adapters import registry
from channels.delivery.lane.leases import Lane
from channels.models import Channel, Delivery
from channels.publishing import outbox
from postings.models import Event, PostingVersion

_NEEDED = ("number", "title", *(f"posting__{name}" for name in ("title", "state", "deadline", "approved")))
_UNNEEDED = ("reasons", "created_at", "sent_at", "resolved_by")
#: Rows that go in one message, mostly just one.
Group = list[Delivery]


def load(lane: Lane, now: datetime.datetime, limit: int) -> list[Group]:
    """The next due rows of the lane in their order, grouped as they are sent."""
    due = Delivery.objects.due(now).filter(destination=lane.pk).order_by("due_at", "pk").defer(*_UNNEEDED)
    found = list(due[:limit])
    if bundles := {row.bundle for row in found if row.bundle}:
        found += due.filter(bundle__in=bundles).exclude(pk__in=[row.pk for row in found])
    furnish(found)
    return _grouped(_on_their_lane(found, lane))


def _on_their_lane(found: list[Delivery], lane: Lane) -> list[Delivery]:
    """A channel whose address was changed has another lane by now: its rows go over."""
    channels = {row.channel_id: row.channel for row in found}
    moved = {pk: channel for pk, channel in channels.items() if registry.lane(channel) != lane.key}
    for channel in moved.values():
        waiting = Delivery.objects.filter(channel=channel, destination=lane.pk, state=Delivery.State.WAITING)
        waiting.update(destination=outbox.destination_of(channel))
    return [row for row in found if row.channel_id not in moved]


def furnish(found: list[Delivery]) -> None:
    """Give every row its channel, partner, version, ad and event. What few need is left for later."""
    versions = PostingVersion.objects.select_related("posting").only(*_NEEDED)
    _attach(found, "channel", Channel.objects.select_related("partner"))
    _attach(found, "version", versions)
    _attach(found, "event", Event.objects.all())


def _attach(found: Iterable[Delivery], name: str, objects: QuerySet[Any]) -> None:
    keys = {key for row in found if (key := getattr(row, f"{name}_id")) is not None}
    known: dict[int, Model] = objects.in_bulk(keys) if keys else {}
    for row in found:
        setattr(row, name, known.get(getattr(row, f"{name}_id")))


def _grouped(found: list[Delivery]) -> list[Group]:
    """Rows of one bundle go where its first row stands."""
    groups: dict[Any, Group] = {}
    for row in found:
        together = registry.together(row) if registry.bundles(row.channel.kind) else None
        groups.setdefault((row.channel_id, row.action, together) if together else row.pk, []).append(row)
    return list(groups.values())
