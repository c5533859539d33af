"""What was added to a noun left out: "Bewerbung mit Lichtbild", "Lebenslauf ohne jede Lücke"."""

from __future__ import annotations

from postings.review.leaving_out import words
from postings.review.leaving_out.points import Point
from postings.review.model import Edit


def left_out(masked: str, point: Point, start: int, end: int) -> list[Edit] | None:
    """The finding [start, end) and the word that adds it; `point` is the last one of its sentence."""
    after = masked[end : point.end]
    if start < point.start or (after.strip() and not words.is_bracket(after)):
        return None
    before = masked[point.start : start]
    own = words.goes_too(before)
    if joined := words.added(before[: len(before) - own]):
        return [Edit(start - own - joined, end - start + own + joined, "")]
    hit = masked[start:end]  # may begin with the word that adds it
    head = hit.split(" ", 1)[0]
    if words.ends_with_noun(hit) and words.added(f"{before}{head} "):
        return [Edit(start - 1, end - start + 1, "")]
    return None
