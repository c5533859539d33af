"""A channel as an Atom feed: what is open, and for some weeks what has ended.

Entries are served as they were approved (`Delivery.rendition`). To receivers a feed is a full snapshot,
so it lists every open ad of the channel, never a page of them; an inactive channel has no feed at all
instead of an empty one. Holding back a feed that shrinks too much comes with the snapshot guard.
"""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from channels.models import Channel, Delivery
from outreach.addresses import absolute, base
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.models import Posting, State

#: How long a feed says that an ad has ended.
TOMBSTONE_WEEKS = 6
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class ChannelAtom(Atom1Feed):
    """Atom with a permanent id, entries in their own language, and tombstones (RFC 6721)."""

    def latest_post_date(self) -> datetime.datetime:
        return self.feed["updated"]

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": _TOMBSTONES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for ref, when in self.feed["ended"]:
            handler.addQuickElement("at:deleted-entry", "", {"ref": ref, "when": rfc3339_date(when)})

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
        handler.addQuickElement("content", item["html"], {"type": "html"})


def atom(channel: Channel, now: datetime.datetime) -> ChannelAtom:
    """The feed of a channel at this moment."""
    profile = city()
    feed = ChannelAtom(
        title=one_line(f"{title(channel)}"),
        link=absolute(reverse("public:postings")),
        description="",
        subtitle=_("Offene Stellen: {city}").format(city=profile.get("official_name") or profile["name"]),
        language=channel.language,
        author_name=one_line(profile.get("official_name") or profile["name"]),
        author_email=profile.get("email"),
        feed_url=absolute(reverse("feeds:atom", args=[channel.key])),
        feed_guid=channel_id(channel),
        updated=updated(channel, now),
        ended=[(posting_id(posting), posting.closed_at or now) for posting in ended(channel, now)],
    )
    for delivery in listed(channel, now):
        _add(feed, delivery)
    return feed


def title(channel: Channel) -> str:
    """What the feed is called for people: "Stellen in Musterort: Newsletter"."""
    return _("Stellen in {town}: {channel}").format(town=city()["name"], channel=channel.name)


def listed(channel: Channel, now: datetime.datetime) -> list[Delivery]:
    """The approved renditions of the ads that are open now."""
    published = Delivery.objects.filter(channel=channel, action=Delivery.Action.PUBLISH)
    still_open = published.filter(version__posting__state=State.PUBLISHED).exclude(
        version__posting__deadline__lt=timezone.localdate(now)
    )
    newest_first = still_open.order_by("-version__posting__published_at", "-pk")
    return list(newest_first.select_related("version__posting"))


def ended(channel: Channel, now: datetime.datetime) -> list[Posting]:
    """Ads that were in this feed and were closed in the last weeks."""
    since = now - datetime.timedelta(weeks=TOMBSTONE_WEEKS)
    return list(
        Posting.objects.filter(
            state=State.CLOSED,
            closed_at__gte=since,
            versions__deliveries__channel=channel,
            versions__deliveries__action=Delivery.Action.PUBLISH,
        )
        .distinct()
        .order_by("-closed_at")
    )


def updated(channel: Channel, now: datetime.datetime) -> datetime.datetime:
    """When the feed last changed: an ad came, or one ended."""
    moments = [channel.created_at, *(posting.closed_at for posting in ended(channel, now))]
    moments += [delivery.sent_at or delivery.created_at for delivery in listed(channel, now)]
    return max(moments)


def channel_id(channel: Channel) -> str:
    """Permanent; does not give the key of a private feed away."""
    return _tag(channel.created_at, f"feed:{channel.pk}")


def posting_id(posting: Posting) -> str:
    """Permanent and the same in every feed."""
    return _tag(posting.created_at, f"stelle:{posting.pk}")


def _tag(since: datetime.datetime, name: str) -> str:
    """A tag URI (RFC 4151): the city's own host does not change when the service moves."""
    host = urlsplit(city().get("website") or base()).hostname
    return f"tag:{host},{timezone.localdate(since).isoformat()}:{name}"


def _add(feed: ChannelAtom, delivery: Delivery) -> None:
    entry, posting = delivery.rendition["feed_entry"], delivery.version.posting
    feed.add_item(
        title=entry["title"],
        link=entry["link"],
        description=None,
        unique_id=posting_id(posting),
        pubdate=posting.published_at,
        updateddate=delivery.sent_at or delivery.created_at,
        language=entry["language"],
        summary=entry["summary"],
        html=entry["html"],
    )
