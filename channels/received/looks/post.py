"""A post as the network shows it, with its length as that network counts."""

from __future__ import annotations

from typing import Any

from channels.adapters import registry
from channels.received.masking import masked
from channels.received.sample import Sample
from channels.renditions.fitting import Size
from outreach.profile import city

KINDS = ("mastodon", "matrix", "telegram", "apprise_url")
TEMPLATE = "post.html"


def look(sample: Sample) -> dict[str, Any] | None:
    """Who says it, the head in bold, the rest, and how much of the room it takes."""
    said, taken = sample.rendition, size(sample)
    if not said.get("text"):
        return None
    return {
        "account": city().get("official_name") or city()["name"],
        "head": masked(said["head"]),
        "body": masked(said["body"]),
        "lang": said.get("language", "de"),
        "length": taken.measure(said["text"]),
        "limit": taken.limit,
        "bytes": sample.kind == "matrix",
    }


def size(sample: Sample) -> Size:
    """How much the network takes, by its own way of counting."""
    adapter = registry.get(sample.kind)
    return adapter.size(sample.channel) if hasattr(adapter, "size") else adapter.SIZE
