"""The ad's Markdown subset (`##`, `-`, `**`) as HTML. Everything else is escaped text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from postings.documents.cleaning import clean_text

_INLINE = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?P<url>https://[^\s<>\"'„“”»«]+)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*\S)\s*$")
_ITEM = re.compile(r"\s*-\s+(?P<text>.*\S)\s*$")


@dataclass(frozen=True)
class Section:
    """What stands under one heading; the part before the first one has no heading."""

    heading: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def sections(text: str) -> list[Section]:
    """The text cut at its headings; empty parts without heading are left out."""
    found = [Section("")]
    for line in clean_text(text).split("\n"):
        if heading := _HEADING.match(line):
            found.append(Section(heading["text"]))
        else:
            found[-1].lines.append(line)
    return [section for section in found if section.heading or section.text]


def heading(line: str) -> str:
    """The words of a heading's line; empty if it is none."""
    found = _HEADING.match(line)
    return found["text"] if found else ""


def render(text: str, *, level: int = 2) -> SafeString:
    """The whole text as HTML, its headings at this level."""
    parts = []
    for section in sections(text):
        if section.heading:
            parts.append(f"<h{level}>{inline(section.heading)}</h{level}>")
        parts.append(body(section.text))
    return mark_safe("\n".join(part for part in parts if part))  # noqa: S308 - every piece is escaped below


def body(text: str) -> SafeString:
    """Paragraphs and lists of text without headings."""
    lines = clean_text(text).split("\n")
    blocks = [_block(kind, list(group)) for kind, group in groupby(lines, key=_kind)]
    return mark_safe("\n".join(block for block in blocks if block))  # noqa: S308


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    return "item" if _ITEM.match(line) else "text"


def _block(kind: str, lines: list[str]) -> str:
    if kind == "item":
        items = (_ITEM.match(line)["text"] for line in lines)
        return "<ul>" + "".join(f"<li>{inline(item)}</li>" for item in items) + "</ul>"
    if kind == "text":
        return "<p>" + "<br>".join(inline(line.strip()) for line in lines) + "</p>"
    return ""


def inline(text: str) -> SafeString:
    """One line: bold, https and mail addresses; the rest escaped."""
    parts, end = [], 0
    for match in _INLINE.finditer(text):
        parts += [escape(text[end : match.start()]), _marked(match)]
        end = match.end()
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308


def _marked(match: re.Match[str]) -> str:
    if match["bold"]:
        return f"<strong>{inline(match['bold'])}</strong>"
    if match["mail"]:
        return f'<a href="mailto:{escape(match["mail"])}">{escape(match["mail"])}</a>'
    url = match["url"].rstrip(".,;:!?)*")
    rest = match["url"][len(url) :]
    return f'<a href="{escape(url)}" rel="noopener">{escape(url)}</a>{escape(rest)}'
