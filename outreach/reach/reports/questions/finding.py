"""Finds the questions in this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from outreach.reach.reports.document import Report


class NoSuchPart(Exception):  # noqa: N818 - it reads as what is wrong
    """Nothing was released about this subject, or there is no such subject."""


class Question(Protocol):
    """What a module of this folder offers."""

    ORDER: int
    KEY: str

    def title(self) -> str:
        """The question, in the reader's language."""

    def about(self) -> str:
        """One sentence for the list of questions."""

    def report(self, part: str = "") -> Report:
        """The answer. Raises NoSuchPart."""


@lru_cache(maxsize=1)
def questions() -> dict[str, Question]:
    """Every question by its key, in order."""
    package = __name__.rpartition(".")[0]
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    found = sorted((module for module in modules if hasattr(module, "KEY")), key=lambda one: one.ORDER)
    return {module.KEY: module for module in found}
