"""Keeps keys out of previews: a partner's magic link is nobody else's, codes made here are thrown away."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<=/[lq]/)\w+")
#: Everything behind these addresses is a key.
_KEYS = re.compile(r"(?<=/partner/)[^\s\"'<>)]+|(?<=/uebersetzen/)[^\s\"'<>)]+|(?<=/empfang/)[^\s\"'<>)]+")
_PLACE = re.compile(r"(?<=/feeds/)[^/\s\"'<>]+")
_CODE_IN_QUERY = re.compile(r"(?<=[?&]k=)\w+")
_DOTS = "…"


def masked(text: str) -> str:
    """The text with "…" for every code and key."""
    for pattern in (_CODE, _KEYS, _PLACE, _CODE_IN_QUERY):
        text = pattern.sub(_DOTS, text)
    return text
