"""Word lists as they are written in our modules: words between blanks."""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """The words in their order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words as a set."""
    return frozenset(text.split())
