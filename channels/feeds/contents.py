"""What belongs in a channel's feeds now. Entries are served as they were approved (`Delivery.rendition`).

To receivers a feed is a full snapshot: it lists every open ad of the channel, never a page of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, NamedTuple

from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from channels.feeds import naming, options
from channels.models import Channel, Delivery
from channels.renditions.events.calendar_file import uid
from postings.models import Posting, State

#: How long a feed says that an ad has ended, and a calendar shows what is over.
TOMBSTONE_WEEKS = 6
PAST_WEEKS = 4
Action = Delivery.Action


class Row(NamedTuple):
    """One thing of a channel, before its text is read."""

    key: str  # "ad:17", "event:3": names it in the guard
    delivery: int
    cancelled: bool = False
    over: bool = False

    @property
    def is_event(self) -> bool:
        return self.key.startswith("event:")


class Present(NamedTuple):
    """What there is to say on a channel now, whatever the format."""

    rows: list[Row]
    ended: list[Posting]


@dataclass(frozen=True)
class Item:
    """One entry as approved: the rendition and its permanent names."""

    key: str
    id: str
    uid: str
    number: int
    entry: dict[str, Any]
    published: datetime.datetime
    updated: datetime.datetime
    cancelled: bool = False

    @property
    def is_event(self) -> bool:
        return self.key.startswith("event:")

    @property
    def title(self) -> str:
        return self.entry["title"]


@dataclass(frozen=True)
class Content:
    """All a format needs to write a feed."""

    channel: Channel
    file: str
    items: list[Item]
    ended: list[tuple[str, datetime.datetime]]  # permanent id and when
    updated: datetime.datetime
    hubs: list[str]

    @property
    def address(self) -> str:
        return naming.address(self.channel, self.file)


def present(channel: Channel, now: datetime.datetime) -> Present:
    """The open ads and the events of a channel (the newest rendition of each counts), and what has ended."""
    return Present([*_ads(channel, now), *_events(channel, now)], _ended(channel, now))


def _ads(channel: Channel, now: datetime.datetime) -> list[Row]:
    told = Delivery.objects.filter(channel=channel, action__in=[Action.PUBLISH, Action.CHANGE])
    still_open = told.filter(
        version__posting__state=State.PUBLISHED,
        version__posting__approved=F("version"),
        rendition__has_key="feed_entry",
    ).exclude(version__posting__deadline__lt=timezone.localdate(now))
    latest = dict(still_open.order_by("pk").values_list("version__posting_id", "pk"))
    return [Row(f"ad:{posting}", pk) for posting, pk in sorted(latest.items())]


def _events(channel: Channel, now: datetime.datetime) -> list[Row]:
    told = Delivery.objects.filter(
        channel=channel,
        action__in=[Action.PUBLISH, Action.CHANGE, Action.CLOSE],
        event__announced_at__isnull=False,
        event__ends_at__gte=now - datetime.timedelta(weeks=PAST_WEEKS),
        rendition__feed_entry__has_key="starts_at",
    ).exclude(state=Delivery.State.CANCELLED)  # an invitation taken back before it went out
    values = told.order_by("pk").values_list("event_id", "pk", "action", "event__ends_at")
    latest = {event: (pk, action, ends_at) for event, pk, action, ends_at in values}
    return [
        Row(f"event:{event}", pk, cancelled=action == Action.CLOSE, over=ends_at < now)
        for event, (pk, action, ends_at) in sorted(latest.items())
    ]


def wanted(rows: Iterable[Row], adapter: ModuleType, channel: Channel) -> dict[str, int]:
    """What of it this format carries: key -> delivery."""
    return {row.key: row.delivery for row in rows if _carries(row, adapter, channel)}


def _carries(row: Row, adapter: ModuleType, channel: Channel) -> bool:
    if not row.is_event:
        return "ads" in adapter.CARRIES
    if "ads" in adapter.CARRIES:  # a list of entries; what is over is no news
        return "events" in adapter.CARRIES and options.events_as_entries(channel) and not row.over
    return "events" in adapter.CARRIES and not (row.cancelled and options.integreat(channel))


def items(deliveries: Iterable[int]) -> list[Item]:
    """The entries of these deliveries: ads newest first, then events in the order they take place."""
    found = Delivery.objects.filter(pk__in=list(deliveries)).select_related("version__posting", "event")
    made = [item(row) for row in found]
    ads = sorted((item for item in made if not item.is_event), key=_newest, reverse=True)
    return [*ads, *sorted((item for item in made if item.is_event), key=_soonest)]


def item(row: Delivery, now: datetime.datetime | None = None) -> Item:
    """The entry of one row; `now` stands for the moment of publication where there is none yet."""
    return _event_item(row, now) if row.event else _ad_item(row, now)


def _newest(item: Item) -> tuple[datetime.datetime, int]:
    return item.published, item.number


def _soonest(item: Item) -> tuple[str, int]:
    return item.entry["starts_at"], item.number


def _ad_item(delivery: Delivery, now: datetime.datetime | None) -> Item:
    posting = delivery.version.posting
    return Item(
        key=f"ad:{posting.pk}",
        id=naming.posting_id(posting),
        uid=f"stelle-{posting.pk}",
        number=posting.pk,
        entry=delivery.rendition["feed_entry"],
        published=posting.published_at or now or delivery.created_at,
        updated=delivery.created_at,
    )


def _event_item(delivery: Delivery, now: datetime.datetime | None) -> Item:
    event, entry = delivery.event, delivery.rendition["feed_entry"]
    return Item(
        key=f"event:{event.pk}",
        id=naming.event_id(event),
        uid=uid(event),
        number=event.pk,
        entry=entry,
        published=event.announced_at or now or delivery.created_at,
        updated=parse_datetime(entry["updated_at"]),
        cancelled=delivery.action == Action.CLOSE,
    )


def _ended(channel: Channel, now: datetime.datetime) -> list[Posting]:
    """Ads that were in this feed and were closed in the last weeks."""
    since = now - datetime.timedelta(weeks=TOMBSTONE_WEEKS)
    return list(
        Posting.objects.filter(
            state=State.CLOSED,
            closed_at__gte=since,
            versions__deliveries__channel=channel,
            versions__deliveries__action=Action.PUBLISH,
        )
        .distinct()
        .order_by("-closed_at")
    )
