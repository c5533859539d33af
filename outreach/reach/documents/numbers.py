"""Numbers as people of a language write them."""

from __future__ import annotations

from channels.languages import Language


def whole(language: Language, number: int) -> str:
    """1234 -> "1.234" in German, "1,234" in English."""
    return f"{number:,}".replace(",", language.content["thousands"])


def percent(language: Language, share: float, digits: int = 1) -> str:
    """0.1487 -> "14,9 %" in German, "14.9 %" in English; `digits` decimals, always."""
    return f"{100 * share:.{digits}f}\u00a0%".replace(".", language.content["decimal"])
