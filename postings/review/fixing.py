"""Which replacements are applied together, and applying them."""

from __future__ import annotations

from collections.abc import Iterable

from postings.review.model import Edit, Finding, Replacement

_SEVERITY = {"must": 0, "should": 1, "hint": 2}


def chosen(findings: Iterable[Finding], scope: str) -> list[Edit]:
    """The edits of the first safe replacement of each finding in scope.

    Where edits overlap the widest phrase wins, then severity, then offset. Each is applied whole or not.
    """
    candidates = []
    for finding in findings:
        replacement = next((entry for entry in finding.replacements if entry.safe), None)
        if replacement and scope in ("all", finding.category):
            candidates.append(
                (-_width(replacement), _SEVERITY[finding.severity], finding.offset, replacement)
            )
    accepted = _Accepted()
    for *_, replacement in sorted(candidates, key=lambda candidate: candidate[:3]):
        accepted.offer(replacement.edits)
    return sorted(accepted.edits, key=lambda edit: edit.offset)


def _width(replacement: Replacement) -> int:
    return sum(edit.length for edit in replacement.edits)


class _Accepted:
    """Edits that do not touch each other. The text is kept in blocks, so that looking up stays quick."""

    _BLOCK = 64

    def __init__(self) -> None:
        self.edits: set[Edit] = set()
        self._blocks: dict[int, set[Edit]] = {}

    def offer(self, edits: tuple[Edit, ...]) -> None:
        new = [edit for edit in edits if edit not in self.edits]
        if any(self._touches(edit) for edit in new):
            return
        for edit in new:
            self.edits.add(edit)
            for block in self._span(edit):
                self._blocks.setdefault(block, set()).add(edit)

    def _touches(self, edit: Edit) -> bool:
        return any(
            edit.offset < other.offset + max(other.length, 1)
            and other.offset < edit.offset + max(edit.length, 1)
            for block in self._span(edit)
            for other in self._blocks.get(block, ())
        )

    def _span(self, edit: Edit) -> range:
        return range(edit.offset // self._BLOCK, (edit.offset + max(edit.length, 1)) // self._BLOCK + 1)


def apply(text: str, edits: list[Edit]) -> str:
    """The text with edits that are in order and do not overlap."""
    pieces, position = [], 0
    for edit in edits:
        pieces += [text[position : edit.offset], edit.text]
        position = edit.offset + edit.length
    return "".join([*pieces, text[position:]])
