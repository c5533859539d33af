"""An ad as the fact readers see it: its sentences, each with the heading it stands under."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from postings.review.anchors.wording import Wording, standing
from postings.review.language import Analysis

_LONGEST = 4000
_Of = TypeVar("_Of")
_Found = TypeVar("_Found")
_ASKS = Wording(
    r"profil|anforderung|voraussetzung|qualifikation|bringen sie|bringst du|erwarten|wünschen|sie haben|"
    r"sie sind|du bist|du hast|mitbringen|kenntnisse|was sie auszeichnet|suchen wir|zugang",
    re.IGNORECASE,
)
_OFFERS = Wording(
    r"bieten|angebot|vorteile|benefits|freuen|warum wir|unsere leistungen|bei uns", re.IGNORECASE
)


def once(reader: Callable[[_Of], _Found]) -> Callable[[_Of], _Found]:
    """For a reader that is asked several times about one ad: it reads once."""
    name = f"once {reader.__module__}.{reader.__qualname__}"

    @functools.wraps(reader)
    def remembering(of: _Of) -> _Found:
        known = vars(of)
        if name not in known:
            known[name] = reader(of)
        found: _Found = known[name]
        return found

    return remembering


class Sentence(NamedTuple):
    """A sentence (masked), where it starts, and the heading above it."""

    text: str
    start: int
    end: int
    heading: str
    kind: str

    @property
    def asks(self) -> bool:
        """Whether it stands under a heading like "Ihr Profil"."""
        return bool(_ASKS.search(self.heading))

    @property
    def offers(self) -> bool:
        """Whether it stands under a heading like "Wir bieten"."""
        return bool(_OFFERS.search(self.heading)) and not self.asks


@dataclass(frozen=True)
class Ad:
    """The sentences of an ad in order."""

    analysis: Analysis
    sentences: list[Sentence]

    @functools.cached_property
    def lower(self) -> str:
        """The masked text in small letters."""
        return self.analysis.masked.lower()

    def matching(self, *patterns: Wording) -> Iterator[Sentence]:
        """The sentences in which every one of these stands."""
        for sentence in self.sentences:
            there = standing(sentence.text)
            if all(one.number in there and one.regex.search(sentence.text) for one in patterns):
                yield sentence

    def first(self, *patterns: Wording) -> Sentence | None:
        """The first of them."""
        return next(self.matching(*patterns), None)

    def has(self, pattern: Wording) -> bool:
        """Whether this stands anywhere in the ad."""
        return pattern.search_text(self.analysis.masked, self.lower) is not None

    def quote(self, sentence: Sentence) -> str:
        """The sentence as it stands in the text."""
        return self.analysis.text[sentence.start : sentence.end]


def read(analysis: Analysis) -> Ad:
    """Put each sentence under its heading."""
    sentences: list[Sentence] = []
    heading = ""
    for start, end in analysis.sentences:
        line = analysis.line_at(start)
        text = analysis.masked[start : min(end, start + _LONGEST)]
        if line.kind == "heading" and not line.is_title:
            heading = text
        sentences.append(Sentence(text, start, end, heading, line.kind))
    return Ad(analysis, sentences)
