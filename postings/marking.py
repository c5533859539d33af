"""Text as HTML with some of its words in <mark>."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import escape


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Escaped HTML; `spans` are (start, end) in code points, sorted, without overlap."""
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])])
