"""The city as a file: names, addresses, house style, definitions. No city's name stands in code."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings


@lru_cache(maxsize=4)
def load(path: str) -> dict[str, Any]:
    """The profile as nested dictionaries; errors name the file."""
    return tomllib.loads(Path(path).read_text(encoding="utf-8"))


def city() -> dict[str, Any]:
    """The profile of the city this service runs for (setting `CITY_PROFILE`)."""
    return load(str(settings.CITY_PROFILE))


def context(request) -> dict[str, Any]:
    """Template context: `city`."""
    return {"city": city()}
