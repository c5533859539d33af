"""Job families ("Pflege und Gesundheit"): data in `families.toml`, what partners choose and routing reads."""

from __future__ import annotations

from django.utils.translation import get_language

from postings.families.reading import OTHER, Family, families, families_of

__all__ = ["OTHER", "Family", "choices", "families", "families_of", "name_of"]


def choices() -> list[tuple[str, str]]:
    """Key and name of every family people may choose, for forms; "other" is nobody's choice."""
    return [(key, name_of(key)) for key in families() if key != OTHER]


def name_of(key: str) -> str:
    """The name in the present language; a key that is gone is shown as it is."""
    family = families().get(key)
    if family is None:
        return key
    return family.name_en if (get_language() or "de").startswith("en") else family.name
