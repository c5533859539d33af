"""In which files the words stand that our pages, mails and posts say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

_SOURCES = ("templates", "outreach", "postings", "channels")
_SUFFIXES = {".html", ".txt", ".py"}
_APART = {"migrations", "node_modules"}


def sources() -> Iterator[Path]:
    """Every file whose words need a translation."""
    base = Path(settings.BASE_DIR)
    for name in _SOURCES:
        for path in sorted((base / name).rglob("*")):
            if path.suffix in _SUFFIXES and _APART.isdisjoint(path.relative_to(base).parts):
                yield path


def files(language: str) -> tuple[Path, Path]:
    """The .po and the .mo of a language."""
    folder = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"
    return folder / "django.po", folder / "django.mo"
