"""An ad in pieces that can be translated one by one: title, headings, paragraphs, list items."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from channels.renditions.clean import without_title
from postings.documents.cleaning import clean_text

_HEADING = re.compile(r"(#{1,6})\s+(?P<text>.*\S)\s*$")
_ITEM = re.compile(r"\s*-\s+(?P<text>.*\S)\s*$")


@dataclass(frozen=True)
class Segment:
    """`kind`: title, heading, item or text. The same wording is translated once, wherever it stands."""

    kind: str
    source: str

    @property
    def digest(self) -> str:
        return digest(self.source)


def digest(source: str) -> str:
    """Names a German wording."""
    return hashlib.sha256(source.encode()).hexdigest()


def segments(title: str, text: str) -> list[Segment]:
    """The pieces in reading order, the title first."""
    found = [Segment("title", clean_text(title).strip())]
    paragraph: list[str] = []
    for line in [*clean_text(without_title(text, title)).split("\n"), ""]:
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if line.strip() and not heading and not item:
            paragraph.append(line.strip())
            continue
        if paragraph:
            found.append(Segment("text", "\n".join(paragraph)))
            paragraph = []
        if heading or item:
            found.append(Segment("heading" if heading else "item", (heading or item)["text"]))
    return found


def assemble(pieces: list[Segment], translated: Mapping[str, str]) -> str:
    """The text (without the title) as Markdown, with what is translated in place of its German."""
    lines: list[str] = []
    before = ""
    for piece in pieces:
        if piece.kind == "title":
            continue
        if lines and not (piece.kind == before == "item"):
            lines.append("")
        lines.append(_MARKS[piece.kind] + translated.get(piece.digest, piece.source))
        before = piece.kind
    return "\n".join(lines) + "\n"


_MARKS = {"heading": "## ", "item": "- ", "text": ""}
