"""What a rule is, once its file was read and found in order."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from postings.review.anchors.literals import Row, Told, holds, told
from postings.review.model import Severity, Source

Category = Literal[
    "generic-masculine",
    "age",
    "origin",
    "language-level",
    "disability",
    "religion",
    "gender",
    "sexual-identity",
    "family",
    "coded-wording",
    "barrier",
    "plain-language",
    "consistency",
    "leitbild",
]
CATEGORIES: tuple[str, ...] = get_args(Category)
# A false alarm here says that an ad breaks the law: these must be right.
LEGAL_CATEGORIES = frozenset(
    {
        "generic-masculine",
        "age",
        "origin",
        "language-level",
        "disability",
        "religion",
        "gender",
        "sexual-identity",
        "family",
    }
)
# What nobody may ask for needs no better wording: it can be left out (see `leaving_out`).
LEFT_OUT_CATEGORIES = (LEGAL_CATEGORIES - {"generic-masculine", "language-level"}) | {
    "coded-wording",
    "barrier",
}


class RuleError(ValueError):
    """A mistake in a rule; the text is a German sentence without file and rule."""


class Pattern:
    """Something to look for. Most of what is told of it is worked out only where it is asked for."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self._flags = flags

    @functools.cached_property
    def expression(self) -> str:
        """The regular expression: here as it was written."""
        return self.source

    @functools.cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.expression, self._flags)

    @functools.cached_property
    def needs(self) -> tuple[Row, ...]:
        """Of each row one piece (small letters) stands in every match."""
        return self._told.needs

    @functools.cached_property
    def needs_digit(self) -> bool:
        """Whether every match holds a digit."""
        return self._told.needs_digit

    @functools.cached_property
    def _told(self) -> Told:
        return told(self.expression, self._flags)

    @property
    def words(self) -> tuple[Row, ...]:
        """The same as `needs`, with marks where words begin and end (`literals.marked`), if that is known."""
        return self._told.words

    def may_match(self, lower: str) -> bool:
        """A cheap look at a text in small letters."""
        return holds(self.needs, lower)

    def has_group(self, name: str) -> bool:
        """Whether a replacement can take this over."""
        return f"(?P<{name}>" in self.expression


@dataclass(frozen=True, slots=True)
class Template:
    """A replacement as the rule file writes it: `~` an ending, `{w2}` the second word, `{n1}` a number."""

    text: str
    safe: bool
    span: Literal["hit", "phrase"] = "hit"


@dataclass(frozen=True, slots=True)
class Case:
    """Wordings of a rule that are put right in the same way."""

    patterns: tuple[Pattern, ...]
    replace: tuple[Template, ...] = ()
    unless: tuple[Pattern, ...] = ()
    only: tuple[Pattern, ...] = ()
    only_text: tuple[Pattern, ...] = ()
    number_min: float | None = None
    number_max: float | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An example: the text without marks, where the marks stood, and what it becomes."""

    text: str
    marks: tuple[tuple[int, int], ...]
    fixed: str | None
    date: datetime.date | None = None
    style: str = "house"


@dataclass(frozen=True, slots=True)
class Ok:
    """An example that must stay silent."""

    text: str
    date: datetime.date | None = None
    style: str = "house"


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule of the rulebook."""

    id: str
    category: Category
    severity: Severity
    title: str
    message: str
    why: str
    sources: tuple[Source, ...]
    matcher: str
    file: str
    cases: tuple[Case, ...] = ()
    unless: tuple[Pattern, ...] = ()
    unless_text: tuple[Pattern, ...] = ()
    only_text: tuple[Pattern, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    hits: tuple[Hit, ...] = ()
    ok: tuple[Ok, ...] = ()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    #: Whether the words may be left out where they have no better wording; false of words about others,
    #: "part" of words for somebody whose sentence is needed ("Unsere Mädels vom Bürgeramt …").
    leave_out: bool | Literal["part"] = False

    def valid_on(self, date: datetime.date) -> bool:
        """Whether the rule applies on this day (both ends included)."""
        return (self.valid_from is None or self.valid_from <= date) and (
            self.valid_to is None or date <= self.valid_to
        )

    def wording(self, name: Literal["title", "message", "why"], lang: str = "de") -> str:
        """A text of the rule in a language, in German where it was not translated."""
        return self.translations.get(lang, {}).get(name) or str(getattr(self, name))
