"""The German texts of the papers, from TOML files beside this module."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("texts")


@lru_cache(maxsize=8)
def load(name: str) -> dict[str, Any]:
    """The content of one file; never changed by who reads it."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
