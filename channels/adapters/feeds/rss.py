"""A channel as RSS 2.0, as older programs and some job boards read it. Absence means ended.

Ads carry the fields of Empfehlungsbund's extension (`eb:`), as its own plug-in for websites writes them.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext_lazy as _
from django.utils.xmlutils import SimplerXMLGenerator

from channels.feeds import entries, naming
from channels.feeds.contents import Content, Item
from channels.feeds.entries import render, render_event
from channels.feeds.options import EntryOptions
from outreach.addresses import absolute

__all__ = ["render", "render_event", "write"]

NAME = _("Feed (RSS)")
FILE = "rss.xml"
MIME = "application/rss+xml; charset=utf-8"
CARRIES = ("ads", "events")
PLACE = 3
ABOUT = _("Für ältere Feed-Programme und Jobbörsen, die RSS einlesen.")
OPTIONS = EntryOptions
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_BOARD = "http://www.empfehlungsbund.de/schema.dtd"
_LONGEST_FIELD = 255


def write(content: Content) -> bytes:
    """The feed as XML. Empfehlungsbund asks for title, date and a link to a page, not to a PDF."""
    feed = ChannelRss(
        title=naming.title(content.channel),
        link=absolute(reverse("public:postings")),
        description=entries.subtitle(),
        language=content.channel.language,
        feed_url=content.address,
        ttl=60,
        stylesheets=entries.stylesheets(),
        content=content,
    )
    for item in content.items:
        _add(feed, item)
    return feed.writeString("utf-8").encode()


def _add(feed: ChannelRss, item: Item) -> None:
    feed.add_item(
        title=item.title,
        link=item.entry["link"],
        description=item.entry["html"],
        unique_id=item.id,
        unique_id_is_permalink=False,
        pubdate=item.published,
        categories=entries.categories(item),
        language=item.entry["language"],
        board={} if item.is_event else _board(item),
    )


def _board(item: Item) -> dict[str, str]:
    """Number, contact, link, tags and place, as Empfehlungsbund reads them."""
    entry, contact = item.entry, item.entry["contact"]
    known = {
        "nummer": item.uid,
        "kontakt": " ".join(filter(None, [contact.get("name"), contact.get("email")])),
        "link": entry["link"],
        "tags": ", ".join(entry.get("categories", [])),
        "ort": entry["address"]["town"],
    }
    return {name: value[:_LONGEST_FIELD] for name, value in known.items() if value}


class ChannelRss(Rss201rev2Feed):
    """RSS with a language per item, the board's fields and the hubs."""

    def latest_post_date(self) -> datetime.datetime:
        return self.feed["content"].updated

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:dc": _DUBLIN_CORE, "xmlns:eb": _BOARD}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        content: Content = self.feed["content"]
        for hub in content.hubs:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": hub})
        entries.add_note(handler, content)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["language"])
        for name, value in item["board"].items():
            handler.addQuickElement(f"eb:{name}", value)
