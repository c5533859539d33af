"""The readable part of an address, made from a German title."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.text import slugify

#: Umlauts as Germans write them without; gender signs part words, so that "Gärtner*in" stays readable.
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    | dict.fromkeys("*:_/·", "-")
)


def free_slug(title: str, others: QuerySet, fallback: str) -> str:
    """A slug that none of the others has: `gaertner-in`, `gaertner-in-2`, …"""
    base = slugify(title.translate(_SPELLED))[:100].strip("-") or fallback
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)
