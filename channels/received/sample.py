"""What one channel would be given if the ad or event went out now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone, translation

from channels.adapters import registry
from channels.feeds import contents, formats, naming
from channels.feeds.contents import Content
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery
from channels.publishing import events
from channels.renditions.events.entry import event_entry
from channels.renditions.feed_entry import feed_entry
from postings.models import Event, PostingVersion

Action = Delivery.Action


@dataclass(frozen=True)
class Sample:
    """One channel, what it is about (`version` or `event`), and the rendition made for it."""

    channel: Channel
    rendition: dict[str, Any]
    version: PostingVersion | None = None
    event: Event | None = None

    @property
    def kind(self) -> str:
        return self.channel.kind

    @property
    def is_event(self) -> bool:
        return self.event is not None

    @property
    def facts(self) -> dict[str, Any]:
        """Those of the ad; an event has none."""
        return self.version.facts if self.version else {}

    @property
    def title(self) -> str:
        """As a person wrote it."""
        subject = self.version or self.event
        return subject.title if subject else ""

    @property
    def entry(self) -> dict[str, Any]:
        """The feed entry every channel has."""
        return self.rendition.get("feed_entry", {})

    @cached_property
    def file(self) -> bytes:
        """The feed with this one entry, as it would be served; empty if the format does not carry it."""
        adapter = registry.find(self.kind)
        if adapter is None or not hasattr(adapter, "FILE") or not self._carried(adapter.CARRIES):
            return b""
        now = timezone.now()
        item = contents.item(self.delivery, now)
        with translation.override(spoken(self.channel.language)):
            content = Content(self.channel, adapter.FILE, [item], [], now, [])
            return formats.adapter(self.channel, adapter.FILE).write(content)

    @cached_property
    def delivery(self) -> Delivery:
        """The row the approval would make, not stored."""
        return Delivery(
            channel=self.channel,
            action=Action.PUBLISH,
            version=self.version,
            event=self.event,
            rendition=self.rendition,
        )

    def _carried(self, carries: tuple[str, ...]) -> bool:
        return ("events" if self.is_event else "ads") in carries

    @property
    def feed_title(self) -> str:
        """What the feed is called there."""
        with translation.override(spoken(self.channel.language)):
            return naming.title(self.channel)


def of_version(version: PostingVersion, channel: Channel) -> Sample:
    """As `channels.publishing.publish_on` makes it; the day of publication is today if it has none yet."""
    posting = version.posting
    published = posting.published_at
    posting.published_at = published or timezone.now()
    try:
        with translation.override(spoken(channel.language)):
            own = registry.get(channel.kind).render(version, channel)
            return Sample(channel, {**own, "feed_entry": feed_entry(version, channel)}, version=version)
    finally:
        posting.published_at = published


def of_event(event: Event, channel: Channel) -> Sample:
    """As `channels.publishing.events` makes an invitation."""
    with translation.override(spoken(channel.language)):
        own = registry.get(channel.kind).render_event(event, channel, Action.PUBLISH)
        return Sample(channel, {**own, "feed_entry": event_entry(event, channel)}, event=event)


def takes(channel: Channel, event: Event) -> bool:
    """Whether the channel would be invited to the event."""
    return events.takes(channel, event)
