"""Finds the adapters: `adapters/<group>/<kind>.py`. Dropping a file in is all it takes.

An adapter has `NAME` and `render(version, channel) -> dict`; `send(delivery)` if something must be sent,
`render_close(version, channel)` if receivers are told of an early end; and may set `SYSTEM` (made by the
service, not offered in forms), `NEEDS_PARTNER`, and `REPEATABLE` (receivers recognise a second send).
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType

from channels import adapters


@lru_cache(maxsize=1)
def all() -> dict[str, ModuleType]:
    """Kind (the module's name) -> module."""
    found: dict[str, ModuleType] = {}
    for group in pkgutil.iter_modules(adapters.__path__):
        if not group.ispkg:
            continue
        package = importlib.import_module(f"{adapters.__name__}.{group.name}")
        for module in pkgutil.iter_modules(package.__path__):
            found[module.name] = importlib.import_module(f"{package.__name__}.{module.name}")
    return found


def get(kind: str) -> ModuleType:
    """The adapter of a kind; KeyError if its file is gone."""
    return all()[kind]


def find(kind: str) -> ModuleType | None:
    """The adapter of a kind, or None if its file is gone."""
    return all().get(kind)


def choices() -> list[tuple[str, str]]:
    """Kind and name of every adapter, for the model field."""
    return [(kind, module.NAME) for kind, module in sorted(all().items())]


def offered() -> list[tuple[str, str]]:
    """Kind and name of the adapters people may choose."""
    return [(kind, name) for kind, name in choices() if not is_system(kind)]


def sends(kind: str) -> bool:
    """False for media that are only served, such as a page or a feed."""
    return hasattr(find(kind), "send")


def is_system(kind: str) -> bool:
    return getattr(find(kind), "SYSTEM", False)


def needs_partner(kind: str) -> bool:
    return getattr(find(kind), "NEEDS_PARTNER", False)


def is_repeatable(kind: str) -> bool:
    """True if the receiver recognises a message it already has."""
    return getattr(find(kind), "REPEATABLE", False)
