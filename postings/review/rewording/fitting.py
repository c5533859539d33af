"""What the words around a finding ask of its replacement, whoever wrote it."""

from __future__ import annotations

import re
from dataclasses import replace

from postings.review.language import Analysis
from postings.review.model import Edit, Replacement

# One speaks and writes German, not knowledge of German.
_SPEAKING = re.compile(r"\b(?:sprech|sprich|schreib|versteh|beherrsch)", re.IGNORECASE)
_GERMAN = re.compile(r"\bDeutsch\b")
_KNOWLEDGE = re.compile(r"\bDeutschkenntnisse(?= auf dem Niveau)")
# "eine Mannschaft, in der": the pronoun would have to become "dem" with "Team".
_RELATIVE = re.compile(r"\s?, (?:\w{2,5} )?(?:der|die|deren)\b", re.IGNORECASE)
_TEAM = re.compile(r"\bTeams?$")


def fitted(
    analysis: Analysis, offered: tuple[Replacement, ...], start: int, end: int
) -> tuple[Replacement, ...]:
    """The replacements of a finding [start, end) that its sentence allows, in the words it asks for."""
    first, last = analysis.sentence_at(start)
    if _GERMAN.search(analysis.masked, start, end) and _SPEAKING.search(analysis.masked, first, last):
        offered = tuple(_spoken(one) for one in offered)
    return tuple(one for one in offered if not _leaves_pronoun(analysis, one))


def _spoken(one: Replacement) -> Replacement:
    edits = tuple(Edit(edit.offset, edit.length, _KNOWLEDGE.sub("Deutsch", edit.text)) for edit in one.edits)
    return replace(one, text=_KNOWLEDGE.sub("Deutsch", one.text), edits=edits)


def _leaves_pronoun(analysis: Analysis, one: Replacement) -> bool:
    return any(
        _TEAM.search(edit.text) and _RELATIVE.match(analysis.masked, edit.offset + edit.length)
        for edit in one.edits
    )
