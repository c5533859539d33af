"""The grounds on which nobody may be treated worse, as a clause lists them."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

_GROUND = Wording(
    r"geschlecht|herkunft|\balters?\b|altersgruppe|religion|behinderung|sexuell|hautfarbe|weltanschauung|"
    r"glaube|gläubig|an etwas glaub|lebensweise|nationalität|jung oder alt|"
    r"woher (?:du|sie|jemand) komm|woran (?:du|sie|jemand) glaub|wen (?:du|sie|jemand) lieb|"
    r"wie alt (?:du|sie|jemand)|ob \d\d oder \d\d|hier geboren",
    re.IGNORECASE,
)
LISTS = Wording(
    r"unabhängig|ungeachtet|\begal\b|gleich,? welch|(?:ihre|deine|eure) sache|\buns gleich\b", re.IGNORECASE
)


def named(text: str) -> set[str]:
    """The grounds that a text names, in its own words."""
    return {match.group().lower() for match in _GROUND.finditer(text)}
