"""A channel as an Atom feed (RFC 4287): entries in their own language, and tombstones (RFC 6721)."""

from __future__ import annotations

import datetime
from typing import Any

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.translation import gettext_lazy as _
from django.utils.xmlutils import SimplerXMLGenerator

from channels.feeds import entries, naming
from channels.feeds.contents import Content, Item
from channels.feeds.entries import render, render_event
from channels.feeds.options import EntryOptions
from outreach.addresses import absolute

__all__ = ["render", "render_event", "write"]

NAME = _("Feed (Atom)")
FILE = "atom.xml"
MIME = "application/atom+xml; charset=utf-8"
CARRIES = ("ads", "events")
PLACE = 1
ABOUT = _("Für Feed-Programme und Websites. Sagt auch, welche Stellen beendet sind.")
OPTIONS = EntryOptions
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


def write(content: Content) -> bytes:
    """The feed as XML."""
    feed = ChannelAtom(
        title=naming.title(content.channel),
        link=absolute(reverse("public:postings")),
        description="",
        subtitle=entries.subtitle(),
        language=content.channel.language,
        author_name=naming.publisher(),
        author_email=entries.author_email(),
        feed_url=content.address,
        feed_guid=naming.channel_id(content.channel),
        stylesheets=entries.stylesheets(),
        content=content,
    )
    for item in content.items:
        _add(feed, item)
    return feed.writeString("utf-8").encode()


def _add(feed: ChannelAtom, item: Item) -> None:
    entry = item.entry
    feed.add_item(
        title=item.title,
        link=entry["link"],
        description=None,
        unique_id=item.id,
        pubdate=item.published,
        updateddate=item.updated,
        categories=entries.categories(item),
        language=entry["language"],
        summary=entry["summary"],
        html=entry["html"],
    )


class ChannelAtom(Atom1Feed):
    """Atom with all the standard asks for and Django leaves out."""

    def write(self, outfile: Any, encoding: str) -> None:
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for stylesheet in self.feed["stylesheets"]:
            handler.processingInstruction("xml-stylesheet", str(stylesheet))
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def latest_post_date(self) -> datetime.datetime:
        return self.feed["content"].updated

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": _TOMBSTONES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        content: Content = self.feed["content"]
        for hub in content.hubs:
            handler.addQuickElement("link", "", {"rel": "hub", "href": hub})
        entries.add_note(handler, content)
        for ref, when in content.ended:
            handler.addQuickElement("at:deleted-entry", "", {"ref": ref, "when": rfc3339_date(when)})

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
        handler.addQuickElement("content", item["html"], {"type": "html"})
