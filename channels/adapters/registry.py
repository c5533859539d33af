"""Finds the adapters: `adapters/<group>/<kind>.py`. Dropping a file in is all it takes."""

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


def choices() -> list[tuple[str, str]]:
    """Kind and name of every adapter, for forms."""
    return [(kind, module.NAME) for kind, module in sorted(all().items())]
