"""Finds the attacks, and says what each is given and gives back."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import ModuleType

from outreach.reach import attacks
from outreach.reach.attacks.knowledge import building
from outreach.reach.attacks.knowledge.building import System
from outreach.reach.attacks.knowledge.claims import Claim
from outreach.reach.attacks.knowledge.publication import Publication

#: path -> (status, body), as somebody who is signed in nowhere and sits elsewhere.
Fetch = Callable[[str], tuple[int, bytes]]


@dataclass
class Outlook:
    """What an attack has to work with."""

    publication: Publication
    fetch: Fetch | None = None
    #: As somebody who may read reports; None: only files are at hand.
    staff: Fetch | None = None
    #: As a partner who was sent one of the addresses in `partners`: their own pages.
    partner: Fetch | None = None
    partners: tuple[str, ...] = ()
    #: A stolen data folder (database, broker, logs), for the two attacks on files.
    data: Path | None = None
    #: Keys stolen with it.
    keys: tuple[str, ...] = ()
    #: (address, browser) of people who agreed to be looked for: they opened a link before.
    visitors: tuple[tuple[str, str], ...] = ()
    #: What the protection page promises of noise: privacy loss per sum, and in a year; None: not told.
    epsilon: float | None = None
    budget: float | None = None
    #: Of how many cohorts the tables contradict each other, once `system` was asked for.
    apart: int = 0

    @cached_property
    def system(self) -> System:
        """All tables as one system, every single equation followed."""
        system, self.apart = building.whole(self.publication)
        return system


@dataclass
class Found:
    """What an attack found out."""

    claims: list[Claim] = field(default_factory=list)
    #: What it learned besides, in plain words (translated).
    learned: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def all() -> dict[str, ModuleType]:
    """Name of the module -> attack, in alphabetical order."""
    found: dict[str, ModuleType] = {}
    for module in pkgutil.iter_modules(attacks.__path__):
        if not module.ispkg and module.name != "registry":
            found[module.name] = importlib.import_module(f"{attacks.__name__}.{module.name}")
    return found
