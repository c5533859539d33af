"""What each receiver's own rules say about an ad or event: one module per receiver, found by itself.

A module `linting/<group>/<receiver>.py` has `KINDS` (adapters it speaks about; `applies(sample)` may narrow
them), `SOURCE` and `URL` (whose rules these are), and `lint(sample)`, which yields findings. Nothing is
changed and nothing is stopped by a finding; people read them before they approve.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.linting.finding import ORDER, Finding, Severity

if TYPE_CHECKING:
    from channels.received.sample import Sample

__all__ = ["Finding", "Severity", "lint", "receivers"]


@lru_cache(maxsize=1)
def receivers() -> dict[str, ModuleType]:
    """Name of the receiver (its module's) -> module."""
    found: dict[str, ModuleType] = {}
    for group in pkgutil.iter_modules(__path__):
        if not group.ispkg:
            continue
        package = importlib.import_module(f"{__name__}.{group.name}")
        for module in pkgutil.iter_modules(package.__path__):
            found[module.name] = importlib.import_module(f"{package.__name__}.{module.name}")
    return found


def lint(sample: Sample) -> list[Finding]:
    """What the receiver's rules say, the gravest first."""
    speaking = [module for module in receivers().values() if _speaks(module, sample)]
    found = [finding for module in speaking for finding in module.lint(sample)]
    if not speaking and sample.version:
        notes = registry.check_item(sample.version, sample.channel)
        found = [Finding(note, _("Prüfung des Mediums")) for note in notes]
    return sorted(found, key=lambda finding: ORDER.index(finding.severity))


def _speaks(module: ModuleType, sample: Sample) -> bool:
    return sample.kind in module.KINDS and getattr(module, "applies", lambda _sample: True)(sample)
