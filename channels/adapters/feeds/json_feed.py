"""A channel as JSON Feed 1.1: the one format with a language per item, and the facts as plain fields."""

from __future__ import annotations

import json
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from channels.feeds import entries, naming
from channels.feeds.contents import Content, Item
from channels.feeds.entries import render, render_event
from channels.feeds.options import EntryOptions
from outreach.addresses import absolute
from outreach.profile import city

__all__ = ["render", "render_event", "write"]

NAME = _("Feed (JSON Feed)")
FILE = "feed.json"
MIME = "application/feed+json; charset=utf-8"
CARRIES = ("ads", "events")
PLACE = 4
ABOUT = _("Für eigene Websites und Apps: Bezahlung, Ort und Frist stehen in einzelnen Feldern.")
OPTIONS = EntryOptions
VERSION = "https://jsonfeed.org/version/1.1"


def write(content: Content) -> bytes:
    """The feed as JSON."""
    author = {"name": naming.publisher(), "url": city().get("website")}
    feed = {
        "version": VERSION,
        "title": naming.title(content.channel),
        "description": entries.subtitle(),
        "home_page_url": absolute(reverse("public:postings")),
        "feed_url": content.address,
        "icon": absolute(static("icon.svg")),
        "authors": [_known(author)],
        "language": content.channel.language,
        "hubs": [{"type": "WebSub", "url": hub} for hub in content.hubs],
        "items": [_item(item) for item in content.items],
    }
    return json.dumps(_known(feed) | {"items": feed["items"]}, ensure_ascii=False, indent=1).encode()


def _item(item: Item) -> dict[str, Any]:
    entry = item.entry
    return _known(
        {
            "id": item.id,
            "url": entry["link"],
            "external_url": entry.get("apply") or entry.get("registration"),
            "title": item.title,
            "content_html": entry["html"],
            "summary": entry["summary"],
            "date_published": item.published.isoformat(),
            "date_modified": item.updated.isoformat(),
            "tags": entries.categories(item),
            "language": entry["language"],
            "_event" if item.is_event else "_job": _event(item) if item.is_event else _job(entry),
        }
    )


def _job(entry: dict[str, Any]) -> dict[str, Any]:
    facts = {
        f"{key}_text": value for key, value in entry["facts"].items() if key in ("pay", "hours", "contract")
    }
    return _known(
        {
            **facts,
            "deadline": entry["deadline"],
            "start": entry["start"],
            "pay": _known(entry["pay"]),
            "address": _known(entry["address"]),
            "employment_types": entry["employment"],
            "language_level": entry["facts"].get("language"),
            "contact": entry["contact"],
            "reference": entry["reference"],
        }
    )


def _event(item: Item) -> dict[str, Any]:
    entry = item.entry
    return _known(
        {
            "starts_at": entry["starts_at"],
            "ends_at": entry["ends_at"],
            "place": entry["place"],
            "languages": entry["languages"],
            "accessibility": entry["accessibility"],
            "cancelled": item.cancelled,
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Without what is not said."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}
