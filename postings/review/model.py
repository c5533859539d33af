"""What a review gives: findings, replacements, elements (CONTRACT §2). Offsets are code points."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["must", "should", "hint"]
Style = Literal["house", "star", "colon", "underscore", "slash", "pair", "neutral"]
Grade = Literal["breach", "indication", "split", "risk", "house-style", "research", "advice"]
ElementState = Literal["present", "missing", "not-applicable"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: a law, a decision, a study, the city's recommendations."""

    title: str
    reference: str
    grade: Grade
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `length` code points at `offset` by `text`."""

    offset: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """One way to put it right: every edit that must happen together.

    `text` is the whole changed phrase for showing; `safe` means meaning kept and grammar certain.
    """

    style: str
    text: str
    safe: bool
    edits: tuple[Edit, ...]

    def moved(self, by: int) -> Replacement:
        """As it stands in a text that begins `by` code points earlier."""
        edits = (Edit(edit.offset + by, edit.length, edit.text) for edit in self.edits)
        return Replacement(self.style, self.text, self.safe, tuple(edits))


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, at the words that are the problem."""

    id: str
    rule: str
    category: str
    severity: Severity
    offset: int
    length: int
    quote: str
    sentence: str
    message: str
    why: str
    sources: tuple[Source, ...]
    replacements: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """A required element of an ad. A missing one has a ready sentence, and the edit that puts it in."""

    state: ElementState
    quote: str | None = None
    suggestion: str | None = None
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The whole result for one text."""

    text: str
    style: Style
    date: datetime.date
    lang: str
    findings: tuple[Finding, ...] = ()
    elements: dict[str, Element] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    readability: dict[str, Any] = field(default_factory=dict)
