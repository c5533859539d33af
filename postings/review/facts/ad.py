"""An ad as the fact readers see it: its sentences, each with the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from postings.review.language import Analysis

_LONGEST = 4000
_ASKS = re.compile(
    r"profil|anforderung|voraussetzung|qualifikation|bringen sie|bringst du|erwarten|wünschen|sie haben|"
    r"sie sind|du bist|du hast|mitbringen|kenntnisse|was sie auszeichnet|suchen wir|zugang",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"bieten|angebot|vorteile|benefits|freuen|warum wir|unsere leistungen|bei uns", re.IGNORECASE
)


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

    def matching(self, *patterns: re.Pattern[str]) -> Iterator[Sentence]:
        """The sentences in which every one of these stands."""
        for sentence in self.sentences:
            if all(pattern.search(sentence.text) for pattern in patterns):
                yield sentence

    def first(self, *patterns: re.Pattern[str]) -> Sentence | None:
        """The first of them."""
        return next(self.matching(*patterns), None)

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether this stands anywhere in the ad."""
        return pattern.search(self.analysis.masked) is not None

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
