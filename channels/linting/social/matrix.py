"""Matrix: an event holds 64 kB, and "@room" would ring everyone."""

from __future__ import annotations

from collections.abc import Iterator

from channels.linting.finding import Finding
from channels.linting.social.posts import calls, room
from channels.received.sample import Sample

KINDS = ("matrix",)
SOURCE = "Matrix Client-Server API, size limits"
URL = "https://spec.matrix.org/latest/client-server-api/#size-limits"


def lint(sample: Sample) -> Iterator[Finding]:
    """Room, left-out facts, calls."""
    yield from room(sample, network="Matrix", source=SOURCE, url=URL)
    yield from calls(sample, network="Matrix", source=SOURCE, url=URL)
