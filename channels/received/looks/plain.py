"""The words of a medium nobody made a look for."""

from __future__ import annotations

from typing import Any

from channels.adapters import registry
from channels.received.masking import masked
from channels.received.sample import Sample

KINDS = ("",)
TEMPLATE = "plain.html"


def look(sample: Sample) -> dict[str, Any] | None:
    """Text, if anything is sent at all."""
    text = str(sample.rendition.get("text") or "") if registry.sends(sample.kind) else ""
    return {"text": masked(text)} if text else None
