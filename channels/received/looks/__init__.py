"""How a receiver shows what it is given: one module each, found by itself.

Such a module has `KINDS` (of adapters), `TEMPLATE` (under `channels/received/`) and
`look(sample) -> dict | None` (what the template needs; None: there is nothing to see).
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any

from channels.received.sample import Sample


@dataclass(frozen=True)
class Look:
    """A template and what stands in it."""

    template: str
    context: dict[str, Any]


@lru_cache(maxsize=1)
def all() -> dict[str, ModuleType]:
    """Kind of adapter -> the module that shows it."""
    found: dict[str, ModuleType] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found |= dict.fromkeys(loaded.KINDS, loaded)
    return found


def look(sample: Sample) -> Look | None:
    """The look of a sample; a medium without one of its own is shown by its plain text."""
    module = all().get(sample.kind) or all()[""]
    context = module.look(sample)
    return Look(f"channels/received/{module.TEMPLATE}", context) if context else None
