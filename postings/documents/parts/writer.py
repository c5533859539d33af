"""Writes our Markdown subset from what a reader finds: headings, paragraphs, list items, bold, rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from postings.documents.cleaning import clean_text

Kind = Literal["heading", "paragraph", "item", "more"]

#: Signs at the start of a paragraph that mean a list item made by hand (Word's symbol font included).
_HAND_MADE = re.compile(
    r"(\*\*)?(?:[•‣◦●○▪▫■□◆✓✔➢➤\uf0a7\uf0b7\uf0d8·][ \t]*|[–—-][ \t]+|o[ \t]+(?=[A-ZÄÖÜ]))(?=\S)"
)
_BLANKS = re.compile(r"\s+")  # non-breaking spaces too


@dataclass(slots=True)
class Block:
    """One finished heading, paragraph or list item."""

    kind: Kind
    text: str
    level: int = 0


class Writer:
    """Takes runs of characters and the ends of blocks, gives the text."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._rows: list[list[list[Block]]] = []
        self._outer: list[list[Block]] = []
        self._runs: list[tuple[str, bool]] = []
        self._kind: Kind = "paragraph"
        self._level = 0

    def start(self, kind: Kind, level: int = 0) -> None:
        """End the block that is open and begin another."""
        self.end()
        self._kind, self._level = kind, level

    def add(self, characters: str, *, bold: bool = False) -> None:
        """Characters of the open block; line ends in them are blanks."""
        self._runs.append((_BLANKS.sub(" ", characters), bold))

    def line_break(self) -> None:
        """A line end within the open block."""
        self._runs.append(("\n", False))

    def end(self) -> None:
        """Finish the open block; an empty one leaves nothing, except that a list item may still begin."""
        text = _marked(self._runs, plain=self._kind == "heading")
        self._runs = []
        if not text:
            return
        kind = self._kind
        if kind == "paragraph" and (sign := _HAND_MADE.match(text)):
            kind, text = "item", (sign.group(1) or "") + text[sign.end() :]
        self._blocks.append(Block(kind, text, self._level))
        self._kind = "more" if kind in ("item", "more") and self._kind != "paragraph" else "paragraph"

    def start_cell(self) -> None:
        """What follows stands in a cell of a table."""
        self.end()
        self._outer.append(self._blocks)
        self._blocks = []
        self._kind, self._level = "paragraph", 0

    def end_cell(self) -> None:
        """Back to the row."""
        self.end()
        cell, self._blocks = self._blocks, self._outer.pop()
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(cell)
        self._kind = "paragraph"

    def start_row(self) -> None:
        """A row of a table begins."""
        self.end()
        self._rows.append([])

    def end_row(self) -> None:
        """A row of short cells becomes a line; a layout table keeps its blocks, one under the other."""
        self.end()
        cells = [cell for cell in self._rows.pop() if cell]
        if len(cells) > 1 and all(_is_short(cell) for cell in cells):
            self._blocks.append(Block("paragraph", _line(cells)))
        else:
            self._blocks.extend(block for cell in cells for block in cell)

    def result(self) -> str:
        """The whole text."""
        self.end()
        parts: list[str] = []
        previous = ""
        for block in self._blocks:
            in_list = block.kind in ("item", "more")
            parts.append("" if not parts else "\n" if in_list and previous in ("item", "more") else "\n\n")
            parts.append(_written(block))
            previous = block.kind
        return clean_text("".join(parts))


def _is_short(cell: list[Block]) -> bool:
    return len(cell) == 1 and cell[0].kind == "paragraph" and "\n" not in cell[0].text


def _line(cells: list[list[Block]]) -> str:
    texts = [cell[0].text for cell in cells]
    if len(texts) > 2:
        return " | ".join(texts)
    first, second = texts
    return f"{first} {second}" if first.rstrip("*").endswith((":", ".", "?", "!")) else f"{first}: {second}"


def _written(block: Block) -> str:
    indent = "  " * block.level
    if block.kind == "heading":
        return "## " + block.text.replace("\n", " ")
    if block.kind == "item":
        return f"{indent}- " + block.text.replace("\n", f"\n{indent}  ")
    if block.kind == "more":
        return f"{indent}  " + block.text.replace("\n", f"\n{indent}  ")
    return block.text


def _marked(runs: list[tuple[str, bool]], *, plain: bool) -> str:
    """The runs as one text: bold ones between `**`, never with blanks inside, line by line."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in runs:
        if text == "\n":
            lines.append([])
        elif text:
            line = lines[-1]
            bold = bold and not plain
            if line and (line[-1][1] == bold or not text.strip()):
                line[-1] = (line[-1][0] + text, line[-1][1])
            else:
                line.append((text, bold))
    written = [re.sub(" {2,}", " ", "".join(_bold(*run) for run in line)).strip() for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip("\n")


def _bold(text: str, bold: bool) -> str:
    words = text.strip()
    if not bold or not any(character.isalnum() for character in words):
        return text
    start = text.index(words)
    return f"{text[:start]}**{words}**{text[start + len(words) :]}"
