"""A webhook's message as the partner's program reads it."""

from __future__ import annotations

import json
from typing import Any

from channels.received.masking import masked
from channels.received.sample import Sample
from channels.webhooks import payload

KINDS = ("webhook",)
TEMPLATE = "message.html"


def look(sample: Sample) -> dict[str, Any] | None:
    """The JSON in lines, and how many bytes go out."""
    message = sample.rendition["message"]
    return {
        "json": masked(json.dumps(message, ensure_ascii=False, indent=2)),
        "length": len(payload.body(message).encode()),
        "limit": 20_000,
    }
