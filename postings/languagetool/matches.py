"""Findings -> matches. A match covers all that must change together, and its value replaces just that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from outreach.addresses import absolute
from postings import labels
from postings.languagetool.annotated import Annotated
from postings.languagetool.query import Selection
from postings.review import Edit, Finding, Review, rulebook

_NEAR = 60  # code points: an article in the line above a title still belongs to its noun
_CONTEXT = 40
_MAX_VALUES = 10
_ISSUE_TYPES = {"consistency": "inconsistency", "plain-language": "style"}


def matches(
    review: Review, annotated: Annotated, selection: Selection, ignored: frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    """All matches of a review, in the order of the text."""
    found: list[dict[str, Any]] = []
    for finding in review.findings:
        if selection.wants(finding) and finding.quote.casefold() not in ignored:
            found.extend(match for match in _of(finding, review, annotated) if match["length"])
    return sorted(found, key=lambda match: (match["offset"], match["length"]))


def _of(finding: Finding, review: Review, annotated: Annotated) -> Iterator[dict[str, Any]]:
    others = [(f.offset, f.offset + f.length) for f in review.findings if f is not finding]
    near = [_near(finding, replacement.edits, review.text, others) for replacement in finding.replacements]
    start = min([finding.offset, *(edit.offset for edits in near for edit in edits)])
    end = max(
        [finding.offset + finding.length, *(edit.offset + edit.length for edits in near for edit in edits)]
    )
    within = [
        [edit for edit in replacement.edits if start <= edit.offset and edit.offset + edit.length <= end]
        for replacement in finding.replacements
    ]
    yield _match(finding, annotated, start, end, within)
    yield from _far(finding, annotated, start, end, others)


def _near(
    finding: Finding, edits: Sequence[Edit], text: str, others: Sequence[tuple[int, int]]
) -> list[Edit]:
    """The edits that belong to this match: around the finding, and no finding of their own."""
    begin, stop = _sentence(finding, text)
    first, last = finding.offset - _NEAR, finding.offset + finding.length + _NEAR
    return [
        edit
        for edit in edits
        if not _is_covered(edit, others)
        and (
            (begin <= edit.offset and edit.offset + edit.length <= stop)
            or (first <= edit.offset and edit.offset + edit.length <= last)
        )
    ]


def _sentence(finding: Finding, text: str) -> tuple[int, int]:
    start = text.rfind(finding.sentence, 0, finding.offset + len(finding.sentence))
    if start < 0 or not start <= finding.offset <= start + len(finding.sentence):
        return finding.offset, finding.offset + finding.length
    return start, start + len(finding.sentence)


def _is_covered(edit: Edit, others: Sequence[tuple[int, int]]) -> bool:
    return any(start <= edit.offset and edit.offset + edit.length <= end for start, end in others)


def _far(
    finding: Finding, annotated: Annotated, start: int, end: int, others: Sequence[tuple[int, int]]
) -> Iterator[dict[str, Any]]:
    """Edits elsewhere (a pronoun two sentences on) that no other finding covers."""
    places: dict[tuple[int, int], list[list[Edit]]] = {}
    for replacement in finding.replacements:
        for edit in replacement.edits:
            outside = edit.offset + edit.length <= start or edit.offset >= end
            if outside and not _is_covered(edit, others):
                places.setdefault((edit.offset, edit.offset + edit.length), []).append([edit])
    for (first, last), edits in places.items():
        if last > first:
            yield _match(finding, annotated, first, last, edits)


def _match(
    finding: Finding, annotated: Annotated, start: int, end: int, edits: Sequence[Sequence[Edit]]
) -> dict[str, Any]:
    first, last = annotated.span(start, end)
    at = annotated.utf16.at
    now = annotated.original[first:last]
    values = [annotated.edited(first, last, group) for group in edits if group]
    wanted = dict.fromkeys(value for value in values if value is not None and value != now)
    return {
        "message": finding.message,
        "shortMessage": str(labels.CATEGORIES.get(finding.category, finding.category)),
        "replacements": [{"value": value} for value in list(wanted)[:_MAX_VALUES]],
        "offset": at(first),
        "length": at(last) - at(first),
        "context": _context(annotated, first, last),
        "sentence": finding.sentence,
        "type": {"typeName": "Hint" if finding.severity == "hint" else "Other"},
        "rule": _rule(finding),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _context(annotated: Annotated, first: int, last: int) -> dict[str, Any]:
    text = annotated.original
    begin, stop = max(0, first - _CONTEXT), min(len(text), last + _CONTEXT)
    before = ("..." if begin else "") + text[begin:first]
    after = text[last:stop] + ("..." if stop < len(text) else "")
    shown = re.sub(r"[\r\n\t]", " ", before + text[first:last] + after)
    return {"text": shown, "offset": _units(before), "length": _units(text[first:last])}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _rule(finding: Finding) -> dict[str, Any]:
    rule = rulebook.load().rules.get(finding.rule)
    category = str(labels.CATEGORIES.get(finding.category, finding.category))
    legal = "non-conformance" if finding.severity == "must" else "style"
    return {
        "id": finding.rule,
        "description": rule.title if rule else finding.message,
        "issueType": _ISSUE_TYPES.get(finding.category, legal),
        "urls": [{"value": absolute(reverse("rules:detail", args=[finding.rule]))}],
        "category": {"id": finding.category, "name": category},
    }
