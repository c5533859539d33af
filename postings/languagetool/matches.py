"""Findings -> matches. A match covers all that must change together, and its value replaces just that."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from outreach.addresses import absolute
from postings import labels
from postings.languagetool.annotated import Annotated
from postings.languagetool.query import Selection
from postings.review import Edit, Finding, Review, rulebook

#: More marks than anyone reads; beyond them an answer is called incomplete.
MAX_MATCHES = 1_000
_NEAR = 60  # code points: an article in the line above a title still belongs to its noun
_CONTEXT = 40
_LONG_SENTENCE = 1_000
_WORD_BEFORE = re.compile(r"(?<!\S)\S+[^\S\n]*\Z")
_WORD_AFTER = re.compile(r"[^\S\n]*\S+")
_MAX_VALUES = 10
_ISSUE_TYPES = {"consistency": "inconsistency", "plain-language": "style"}


def matches(
    review: Review, annotated: Annotated, selection: Selection, ignored: frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    """The matches of a review, in the order of the text; at most MAX_MATCHES."""
    found: list[dict[str, Any]] = []
    marked = _Marked(review.findings)
    for finding in review.findings:
        if selection.wants(finding) and finding.quote.casefold() not in ignored:
            found.extend(m for m in _of(finding, review.text, annotated, marked) if m["length"])
        if len(found) >= MAX_MATCHES:
            break
    return sorted(found[:MAX_MATCHES], key=lambda match: (match["offset"], match["length"]))


class _Marked:
    """Where findings of a category stand: an edit there is shown as a match of its own."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._places: dict[str, list[tuple[int, int]]] = {}
        for finding in findings:
            self._places.setdefault(finding.category, []).append((finding.offset, finding.length))
        for places in self._places.values():
            places.sort()
        self._longest = {category: max(n for _, n in places) for category, places in self._places.items()}

    def elsewhere(self, edit: Edit, finding: Finding) -> bool:
        """True if another finding of the same category covers the edit."""
        places = self._places[finding.category]
        last = bisect_right(places, (edit.offset, edit.length + self._longest[finding.category]))
        for start, length in reversed(places[max(0, last - 50) : last]):
            covers = start <= edit.offset and edit.offset + edit.length <= start + length
            if covers and (start, length) != (finding.offset, finding.length):
                return True
        return False


def _of(finding: Finding, text: str, annotated: Annotated, marked: _Marked) -> Iterator[dict[str, Any]]:
    near = [_near(finding, replacement.edits, text, marked) for replacement in finding.replacements]
    edits = [edit for group in near for edit in group]
    start = min([finding.offset, *(edit.offset for edit in edits)])
    end = max([finding.offset + finding.length, *(edit.offset + edit.length for edit in edits)])
    if any(_leaves_nothing(group, start, end) for group in near):
        start, end = _with_a_word(text, start, end)
    within = [
        [edit for edit in replacement.edits if start <= edit.offset and edit.offset + edit.length <= end]
        for replacement in finding.replacements
    ]
    yield _match(finding, annotated, start, end, within)
    yield from _far(finding, annotated, start, end, marked)


def _leaves_nothing(edits: Sequence[Edit], start: int, end: int) -> bool:
    return any(not edit.text and (edit.offset, edit.length) == (start, end - start) for edit in edits)


def _with_a_word(text: str, start: int, end: int) -> tuple[int, int]:
    """With the word before in the same line, else the one after: clients show an empty suggestion as an
    empty line."""
    before = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    if before:
        return before.start(), end
    after = None if text[end - 1 : end] == "\n" else _WORD_AFTER.match(text, end)
    return start, after.end() if after else end


def _near(finding: Finding, edits: Sequence[Edit], text: str, marked: _Marked) -> list[Edit]:
    """The edits that belong to this match: around the finding, and no finding of their own."""
    begin, stop = _sentence(finding, text)
    begin = min(begin, finding.offset - _NEAR)
    stop = max(stop, finding.offset + finding.length + _NEAR)
    return [
        edit
        for edit in edits
        if begin <= edit.offset and edit.offset + edit.length <= stop and not marked.elsewhere(edit, finding)
    ]


def _sentence(finding: Finding, text: str) -> tuple[int, int]:
    length = min(len(finding.sentence), _LONG_SENTENCE)
    begin = max(0, finding.offset - length)
    start = text.rfind(finding.sentence[:length], begin, finding.offset + length)
    if start < 0 or not start <= finding.offset <= start + length:
        return finding.offset, finding.offset + finding.length
    return start, start + length


def _far(
    finding: Finding, annotated: Annotated, start: int, end: int, marked: _Marked
) -> Iterator[dict[str, Any]]:
    """Edits elsewhere (a pronoun two sentences on) that no other finding covers."""
    places: dict[tuple[int, int], list[list[Edit]]] = {}
    for replacement in finding.replacements:
        for edit in replacement.edits:
            outside = edit.offset + edit.length <= start or edit.offset >= end
            if outside and not marked.elsewhere(edit, finding):
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
    wanted = dict.fromkeys(value for value in values if value and value != now)
    return {
        "message": finding.message,
        "shortMessage": str(labels.CATEGORIES.get(finding.category, finding.category)),
        "replacements": [{"value": value} for value in list(wanted)[:_MAX_VALUES]],
        "offset": at(first),
        "length": at(last) - at(first),
        "context": _context(annotated, first, last),
        "sentence": finding.sentence[:_LONG_SENTENCE],
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
