"""The texts of the papers in German and English, from TOML files beside this module."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("texts")


LANGUAGES = ("de", "en")


@lru_cache(maxsize=8)
def load(name: str, language: str = "de") -> dict[str, Any]:
    """The content of one file; never changed by who reads it."""
    return tomllib.loads((FOLDER / f"{name}.{language}.toml").read_text("utf-8"))
