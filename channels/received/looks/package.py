"""What a person passes on: the bubble in a chat, the text, the poster."""

from __future__ import annotations

from typing import Any

from channels.received.masking import masked
from channels.received.sample import Sample
from channels.renditions.forms import messenger

KINDS = ("package",)
TEMPLATE = "package.html"


def look(sample: Sample) -> dict[str, Any] | None:
    """The short text in a bubble with its length, the long one, and whether there is a poster."""
    short = str(sample.rendition.get("messenger") or "")
    if not short:
        return None
    return {
        "bubble": masked(short),
        "length": len(short.encode("utf-16-le")) // 2,
        "limit": messenger.UNITS,
        "forward": masked(str(sample.rendition.get("forward") or "")),
        "poster": not sample.is_event,
    }
