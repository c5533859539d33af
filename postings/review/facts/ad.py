"""An ad as the fact readers see it: its sentences, each with the heading it stands under."""

from __future__ import annotations

import bisect
import functools
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from postings.review.anchors.alternatives import small
from postings.review.anchors.wording import Wording, standing
from postings.review.facts.sections import Kind, Part, parts
from postings.review.language import Analysis

_LONGEST = 4000
# "[Vorname Nachname]" says nothing yet; "[Text](Adresse)" is a link.
_PLACEHOLDER = re.compile(r"(?<!\w)\[[^\[\]\n]{2,80}\](?!\()")
_Of = TypeVar("_Of")
_Found = TypeVar("_Found")
_TASK = Wording(
    r"^(?:sie \w+(?:en|ln|rn)|du \w+(?:st|"
    r"ßt))\b(?<!haben)(?<!sind)(?<!bist)(?<!hast)(?<!verfügen)(?<!verfügst)"
    r"(?<!brauchen)(?<!brauchst)(?<!besitzen)(?<!besitzt)(?<!können)(?<!kannst)(?<!sollten)(?<!solltest)(?<!müssen)(?<!musst)(?<!sprechen)(?<!sprichst)(?<!verstehen)(?<!verstehst)"
    r"(?<!beherrschen)(?<!beherrschst)(?<!bringen)(?<!bringst)(?<!möchten)(?<!wollen)(?<!suchen)(?<!arbeiten)"
    r"(?<!arbeitest)(?<!erhalten)(?<!erhältst)(?<!bekommen)(?<!bekommst)(?<!verdienen)(?<!verdienst)(?<!starten)(?<!startest)(?<!beginnen)(?<!beginnst)"
    r"(?<!werden)(?<!wirst)(?<!kriegen)(?<!kriegst)(?<!profitieren)(?<!profitierst)",
    re.IGNORECASE,
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
    section: Kind = ""

    @property
    def asks(self) -> bool:
        """Whether it stands under a heading like "Ihr Profil"."""
        return self.section == "profile"

    @property
    def offers(self) -> bool:
        """Whether it stands under a heading like "Wir bieten"."""
        return self.section == "offer"

    @property
    def is_task(self) -> bool:
        """Whether it tells what one does: under "Ihre Aufgaben", or "Sie beraten …"."""
        if self.section:
            return self.section == "tasks"
        return bool(_TASK.search(self.text)) and not self.text.rstrip().endswith("?")


_START = operator.attrgetter("start")


@dataclass(frozen=True)
class Ad:
    """The sentences of an ad in order."""

    analysis: Analysis
    sentences: list[Sentence]
    parts: list[Part]

    @functools.cached_property
    def lower(self) -> str:
        """The masked text in small letters."""
        return small(self.analysis.masked)

    @functools.cached_property
    def _holding(self) -> dict[int, list[Sentence]]:
        """The sentences that hold the words of each wording, by its number."""
        holding: defaultdict[int, list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            for number in standing(sentence.text):
                holding[number].append(sentence)
        return holding

    def matching(self, *patterns: Wording) -> Iterator[Sentence]:
        """The sentences in which every one of these stands."""
        for sentence in self._holding.get(patterns[0].number, ()):
            if all(one.search(sentence.text) for one in patterns):
                yield sentence

    def first(self, *patterns: Wording) -> Sentence | None:
        """The first of them."""
        return next(self.matching(*patterns), None)

    def has(self, pattern: Wording) -> bool:
        """Whether this stands anywhere in the ad."""
        return pattern.search_text(self.analysis.masked, self.lower) is not None

    def after(self, sentence: Sentence) -> Sentence | None:
        """The sentence after it."""
        index = bisect.bisect_right(self.sentences, sentence.start, key=_START)
        return self.sentences[index] if index < len(self.sentences) else None

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before it."""
        index = bisect.bisect_left(self.sentences, sentence.start, key=_START)
        return self.sentences[index - 1] if index else None

    def quote(self, sentence: Sentence) -> str:
        """The sentence as it stands in the text."""
        return self.analysis.text[sentence.start : sentence.end]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def read(analysis: Analysis) -> Ad:
    """Put each sentence under its heading."""
    sentences: list[Sentence] = []
    heading = ""
    every = parts(analysis)
    at = 0
    for start, end in analysis.sentences:
        while at + 1 < len(every) and every[at + 1].start <= start:
            at += 1
        line = analysis.line_at(start)
        text = _PLACEHOLDER.sub(_blank, analysis.masked[start : min(end, start + _LONGEST)])
        if line.kind == "heading" and not line.is_title:
            heading = text
        sentences.append(Sentence(text, start, end, heading, line.kind, every[at].kind))
    return Ad(analysis, sentences, every)
