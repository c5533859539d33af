"""The grounds on which nobody may be treated worse, as a clause lists them."""

from __future__ import annotations

from postings.review.anchors.tables import Tables

_TABLES = Tables(__file__)
_GROUND = _TABLES.wording("ground")
LISTS = _TABLES.wording("lists")


def named(text: str) -> set[str]:
    """The grounds that a text names, in its own words."""
    return {match.group().lower() for match in _GROUND.finditer(text)}
