"""What documents are made of: plain data, the same for PDF, Word and page.

Texts are literal: nothing in them is read as markup.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal


@dataclass(frozen=True)
class Heading:
    """A heading below the title; level 1 or 2."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `small` for what explains a table or a source."""

    kind: ClassVar[str] = "paragraph"
    text: str
    style: Literal["", "lead", "small"] = ""


@dataclass(frozen=True)
class Bullets:
    """A list without numbers."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A term and what is said of it; `href` makes the value a link (mailto: or https:).

    `language`: of the value, if it is another than the document's (a German office's name and number).
    """

    label: str
    value: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True)
class Facts:
    """A list of terms."""

    kind: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Notice:
    """A framed word of warning or of honesty."""

    kind: ClassVar[str] = "notice"
    title: str
    text: str


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, whether numbers stand in it, how wide it is beside the others."""

    text: str
    numeric: bool = False
    weight: float = 1


@dataclass(frozen=True)
class Table:
    """A table with a caption; every row has as many cells as there are columns. `note` explains its signs."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing (SVG) with its words; the table with the same figures stands beside it."""

    kind: ClassVar[str] = "chart"
    svg: str
    alt: str
    caption: str


Block = Heading | Paragraph | Bullets | Facts | Notice | Table | Chart


@dataclass(frozen=True)
class Document:
    """One document. `language`: a BCP 47 tag; `direction`: "ltr" or "rtl"; `day`: shown under the title."""

    title: str
    author: str
    language: str
    direction: str
    day: str
    blocks: tuple[Block, ...]
    #: Above the title: whose, and what kind of paper.
    over: str = ""

    def as_data(self) -> dict[str, Any]:
        """For the typesetter: dictionaries, each block with its kind."""
        return {
            **{key: value for key, value in self.__dict__.items() if key != "blocks"},
            "blocks": [{"kind": block.kind, **asdict(block)} for block in self.blocks],
        }
