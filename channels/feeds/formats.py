"""The formats of feeds: the adapters with a `FILE`, found like all others.

Such an adapter has besides `NAME` and `render`: `FILE` (its name in addresses), `MIME`, `CARRIES` ("ads",
"events"), `ABOUT` (a sentence for people), `PLACE` in lists, `write(content) -> bytes`; `OWN = True` if only
channels of its kind are written in it (two kinds may share a file: `jobs.xml`); `SCHEME` if programs
subscribe by it.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from channels.adapters import registry
from channels.models import Channel


@lru_cache(maxsize=1)
def _by_file() -> dict[str, dict[str, ModuleType]]:
    found: dict[str, dict[str, ModuleType]] = {}
    for kind, module in sorted(registry.all().items()):
        if hasattr(module, "FILE"):
            found.setdefault(module.FILE, {})[kind] = module
    return found


def files() -> list[str]:
    """The files every channel has, the most usual first: "atom.xml", "events.ics" …"""
    places = {file: min(module.PLACE for module in kinds.values()) for file, kinds in _by_file().items()}
    return sorted(places, key=lambda file: (places[file], file))


def own(channel: Channel) -> ModuleType | None:
    """The adapter the channel was made for."""
    return registry.find(channel.kind)


def adapter(channel: Channel, file: str) -> ModuleType:
    """Who writes this file for this channel: its own kind, else the usual format of that name."""
    kinds = _by_file()[file]
    usual = next(module for module in kinds.values() if not getattr(module, "OWN", False))
    return kinds.get(channel.kind, usual)


@lru_cache(maxsize=32)
def edition(module: ModuleType) -> str:
    """Changes when the format is written differently, so that no kept feed outlives its writer."""
    return hashlib.sha256(Path(module.__file__ or "").read_bytes()).hexdigest()[:12]
