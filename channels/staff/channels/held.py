"""Feeds that wait for a person's word: what would vanish from them, and why."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from channels.feeds import formats, reasons, serving
from channels.feeds.reasons import Leaving
from channels.models import Channel, FeedSnapshot

#: So many are shown at once, the others behind a click.
FIRST = 8


@dataclass(frozen=True)
class HeldFeed:
    """All feeds of one channel that are held: one question to a person."""

    channel: Channel
    since: datetime.datetime
    names: list[str]
    total: int
    leaving: list[Leaving]
    seen: str

    @property
    def first(self) -> list[Leaving]:
        return self.leaving[:FIRST]

    @property
    def others(self) -> list[Leaving]:
        return self.leaving[FIRST:]

    @property
    def doubtful(self) -> bool:
        """True if we do not know why something would leave."""
        return any(not entry.known for entry in self.leaving)


def held_feeds() -> list[HeldFeed]:
    """One entry per channel, the longest waiting first."""
    by_channel: dict[Channel, list[FeedSnapshot]] = {}
    for kept in (
        FeedSnapshot.objects.held().select_related("channel").defer("body").order_by("held_since", "pk")
    ):
        by_channel.setdefault(kept.channel, []).append(kept)
    return [_held(channel, kept) for channel, kept in by_channel.items()]


def _held(channel: Channel, kept: list[FeedSnapshot]) -> HeldFeed:
    keys = {key for snapshot in kept for key in snapshot.held}
    return HeldFeed(
        channel=channel,
        since=min(snapshot.held_since for snapshot in kept),
        names=[str(formats.adapter(channel, snapshot.file).NAME) for snapshot in kept],
        total=len({key for snapshot in kept for key in snapshot.entries}),
        leaving=reasons.leaving(keys, timezone.now()),
        seen=serving.fingerprint(kept),
    )
