"""A feed entry as a feed reader shows it, read back from the feed that would be served."""

from __future__ import annotations

import json
from typing import Any

from defusedxml import ElementTree

from channels.received.masking import masked
from channels.received.sample import Sample

KINDS = ("atom", "rss", "json_feed")
TEMPLATE = "entry.html"
_ATOM = "{http://www.w3.org/2005/Atom}"


def look(sample: Sample) -> dict[str, Any] | None:
    """Feed, title, summary; the content comes from an address of its own (`frame`)."""
    if not sample.file:
        return None
    feed, entry = _READ[sample.kind](sample.file)
    return {"feed": feed, "framed": True, "entry": {**entry, "content": ""}, "lang": sample.entry["language"]}


def frame(sample: Sample) -> str:
    """The entry's content as a page of its own."""
    _feed, entry = _READ[sample.kind](sample.file)
    head = '<!doctype html><meta charset="utf-8"><style>body{font:1rem/1.5 sans-serif;margin:1rem}</style>'
    return head + masked(entry["content"])


def _atom(file: bytes) -> tuple[str, dict[str, str]]:
    root = ElementTree.fromstring(file)
    entry = root.find(f"{_ATOM}entry")
    names = {"title": "title", "summary": "summary", "content": "content"}
    return root.findtext(f"{_ATOM}title", ""), {
        key: entry.findtext(f"{_ATOM}{name}", "") for key, name in names.items()
    }


def _rss(file: bytes) -> tuple[str, dict[str, str]]:
    channel = ElementTree.fromstring(file).find("channel")
    names = {"title": "title", "content": "description"}
    return channel.findtext("title", ""), {
        key: channel.findtext(f"item/{name}", "") for key, name in names.items()
    }


def _json(file: bytes) -> tuple[str, dict[str, str]]:
    feed = json.loads(file)
    item = feed["items"][0]
    names = {"title": "title", "summary": "summary", "content": "content_html"}
    return feed["title"], {key: item.get(name, "") for key, name in names.items()}


_READ = {"atom": _atom, "rss": _rss, "json_feed": _json}
