"""Telegram's Bot API: 4,096 UTF-16 units a message, 1,024 under a picture."""

from __future__ import annotations

from collections.abc import Iterator

from channels.linting.finding import Finding
from channels.linting.social.posts import calls, room
from channels.received.sample import Sample

KINDS = ("telegram",)
SOURCE = "Telegram Bot API, sendMessage"
URL = "https://core.telegram.org/bots/api#sendmessage"


def lint(sample: Sample) -> Iterator[Finding]:
    """Room, left-out facts, calls."""
    yield from room(sample, network="Telegram", source=SOURCE, url=URL)
    yield from calls(sample, network="Telegram", source=SOURCE, url=URL)
