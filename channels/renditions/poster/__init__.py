"""The poster of an ad: one sheet, tagged for screen readers, in every language."""

from channels.renditions.poster.content import content, printed
from channels.renditions.poster.sheet import (
    PAPERS,
    MissingCharacters,
    Paper,
    PosterError,
    fingerprint,
    pdf,
    picture,
    square,
)

__all__ = [
    "PAPERS",
    "MissingCharacters",
    "Paper",
    "PosterError",
    "content",
    "fingerprint",
    "pdf",
    "picture",
    "printed",
    "square",
]
