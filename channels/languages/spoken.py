"""In which languages our own words around an ad are there as a whole (`outreach/locale`).

What an ad itself says in thirteen languages comes from `strings/`, not from there.
"""

from __future__ import annotations

WHOLE = ("de", "en")


def spoken(code: str) -> str:
    """The language in which to tell something to who reads this one."""
    return code if code in WHOLE else WHOLE[0]
