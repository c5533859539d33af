"""Text with markup as clients send it, and the way back from the checked text to what they sent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from postings.languagetool.errors import UnusableError
from postings.offsets import Utf16
from postings.review import Edit

# Same length, so that offsets stay: half pairs and controls become something harmless.
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece: where it begins in the checked text and in the original."""

    plain: int
    original: int
    end: int  # in the original
    is_text: bool


class Annotated:
    """`plain` is checked; `original` is what the client's offsets count in."""

    def __init__(self, parts: Iterable[tuple[str, str, bool]]) -> None:
        """`parts`: (original, checked, is it text)."""
        self._parts: list[_Part] = []
        plain, original = [], []
        at_plain = at_original = 0
        for sent, checked, is_text in parts:
            sent, checked = _safe(sent), _safe(checked)
            self._parts.append(_Part(at_plain, at_original, at_original + len(sent), is_text))
            plain.append(checked)
            original.append(sent)
            at_plain += len(checked)
            at_original += len(sent)
        self.plain = "".join(plain)
        self.original = "".join(original)
        # A piece with nothing to check has no characters of its own: the last at a place counts.
        self._starts = [part.plain for part in self._parts]
        self.utf16 = Utf16(self.original)

    @classmethod
    def of_text(cls, text: str) -> Annotated:
        """Text without markup."""
        return cls([(text, text, True)])

    @classmethod
    def of_data(cls, data: Any) -> Annotated:
        """The field `data`: {"annotation": [{"text": …} | {"markup": …, "interpretAs": …}, …]}."""
        pieces = data.get("annotation") if isinstance(data, dict) else None
        if not isinstance(pieces, list):
            raise UnusableError(_("In 'data' fehlt die Liste 'annotation'."))
        return cls([_piece(piece) for piece in pieces])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the checked text stand in the original."""
        if end <= start:
            place = self._end(start) if start else 0
            return place, place
        return self._start(start), self._end(end)

    def edited(self, start: int, end: int, edits: Sequence[Edit]) -> str | None:
        """The original between two places with edits made; None if an edit would cut through markup."""
        result, at = [], start
        for edit in sorted(edits, key=lambda edit: (edit.offset, edit.length)):
            first, last = self.span(edit.offset, edit.offset + edit.length)
            if first < at or self.original[first:last] != self.plain[edit.offset : edit.offset + edit.length]:
                return None
            result += [self.original[at:first], edit.text]
            at = last
        return "".join([*result, self.original[at:end]])

    def _part(self, place: int) -> _Part:
        return self._parts[bisect_right(self._starts, place) - 1]

    def _start(self, place: int) -> int:
        part = self._part(place)
        return part.original + (place - part.plain) if part.is_text else part.original

    def _end(self, place: int) -> int:
        part = self._part(place - 1)
        return part.original + (place - part.plain) if part.is_text else part.end


def _piece(piece: Any) -> tuple[str, str, bool]:
    keys = set(piece) if isinstance(piece, dict) else set()
    if not all(isinstance(piece[key], str) for key in keys & {"text", "markup", "interpretAs"}):
        raise UnusableError(_("'text', 'markup' und 'interpretAs' sind Zeichenketten."))
    if "text" in keys and "markup" not in keys:
        return piece["text"], piece["text"], True
    if "markup" in keys and "text" not in keys:
        return piece["markup"], piece.get("interpretAs", ""), False
    raise UnusableError(_("Jeder Teil von 'annotation' hat entweder 'text' oder 'markup'."))


def _safe(text: str) -> str:
    return _CONTROLS.sub(" ", _HALF_PAIRS.sub("\ufffd", text))
