"""The marks in a rule's texts: what a replacement takes over, and what an example marks."""

from __future__ import annotations

import re

from postings.review.rulebook.rule import RuleError

_SLOT = re.compile(r"~(?P<ending>\d?)|\{(?P<group>\w+)\}")


def slots(template: str) -> list[str]:
    """The names of what a template takes over: "engagiert~" -> ["e1"], "{w2}" -> ["w2"]."""
    return [slot["group"] or f"e{slot['ending'] or 1}" for slot in _SLOT.finditer(template)]


def fill(template: str, match: re.Match[str]) -> str:
    """The template with what the match gives."""
    return _SLOT.sub(
        lambda slot: (match[slot["group"] or f"e{slot['ending'] or 1}"] or "").strip(" \n,"), template
    ).strip()


def unmark(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """ "Ein «junges» Team" -> ("Ein junges Team", ((4, 10),))"""
    plain, marks, start = "", [], None
    for piece in re.split(r"([«»])", text):
        if piece == "«":
            start = len(plain)
        elif piece == "»":
            if start is None:
                raise RuleError(f"im Beispiel „{text[:60]}“ schließt » ohne «")
            marks.append((start, len(plain)))
            start = None
        else:
            plain += piece
    if start is not None:
        raise RuleError(f"im Beispiel „{text[:60]}“ fehlt das schließende »")
    return plain, tuple(marks)
