"""The German pipeline: text -> tokens, lines, sentences. The only module that imports spaCy.

The pipeline is made once, on first use. It is `spacy.blank("de")`, or the trained model that
`use_pipeline(name)` names: rules may then use the `lemma` and `tag` of tokens, which are empty otherwise.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from postings.review.cutting import masking, sentences
from postings.review.memory import Pieces

# Inclusive forms stay one token: Lehrer:innen, Kolleg*in, eine*n, Mitarbeiter/-innen, Schüler_innen.
_INCLUSIVE = re.compile(r"\w+(?:-\w+)*(?:[*:_·][a-zäöüß]+|/-?(?:innen|in|r|n|e|en|er|frau|mann))+")
_LARGE = 200_000
_MANY_WORDS = 300_000
_lock = threading.RLock()
_pipeline_name = ""


@dataclass(slots=True)
class Token:
    """A word or sign with its place in the text."""

    text: str
    offset: int
    end: int
    index: int
    sentence: int
    line: int
    is_title_line: bool
    lemma: str = ""
    tag: str = ""


class Stretch(NamedTuple):
    """A sentence with the blanks around it: what a wording in it can see. Offsets count within it."""

    text: str
    masked: str
    start: int
    end: int


@dataclass(frozen=True)
class Analysis:
    """A text, cut up once, for all who look at it. All offsets point into `text`."""

    text: str
    masked: str
    sentences: list[tuple[int, int]]
    lines: list[masking.Line]
    _starts: list[int] = field(repr=False, default_factory=list)

    @functools.cached_property
    def tokens(self) -> list[Token]:
        """The words and signs by the pipeline; made when first asked for, since most readers need none."""
        return _tokens(self.masked, self._starts, self.lines, [line.start for line in self.lines])

    @functools.cached_property
    def rows(self) -> Pieces:
        """The masked lines without the blanks around them, for readers that look at one line at a time.

        So most are also sentences, and what was found in those is known.
        """
        return Pieces((line.start, self.masked[line.start : line.end]) for line in self.lines)

    @functools.cached_property
    def masked_sentences(self) -> Pieces:
        """The masked sentences, for readers that look at one at a time."""
        return Pieces((start, self.masked[start:end]) for start, end in self.sentences)

    def stretches(self) -> Iterator[tuple[int, Stretch]]:
        """Every sentence with its surroundings, and the offset at which that begins."""
        before = 0
        following = itertools.chain(self._starts[1:], [len(self.text)])
        for (start, end), after in zip(self.sentences, following, strict=False):
            yield (
                before,
                Stretch(self.text[before:after], self.masked[before:after], start - before, end - before),
            )
            before = end

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence that holds this offset (the one before it, between two)."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """(start, end) of the sentence that holds this offset."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else (0, len(self.text))

    def sentence_text(self, offset: int) -> str:
        """The words of the sentence that holds this offset, as they stand in the text."""
        start, end = self.sentence_at(offset)
        return self.text[start:end]

    def line_at(self, offset: int) -> masking.Line:
        """The line that holds this offset."""
        return self.lines[self.line_number(offset)]

    def line_number(self, offset: int) -> int:
        """Which line holds this offset, counted from 0."""
        return max(0, bisect.bisect_right(self.lines, offset, key=lambda line: line.start) - 1)


def use_pipeline(name: str) -> None:
    """Plug in a trained spaCy model by name; "" is the blank German pipeline."""
    global _pipeline_name
    with _lock:
        _pipeline_name = name
        _pipeline.cache_clear()


@functools.cache
def _pipeline() -> Any:
    import spacy

    nlp = spacy.load(_pipeline_name) if _pipeline_name else spacy.blank("de")
    tokenizer: Any = nlp.tokenizer
    standard = tokenizer.token_match
    tokenizer.token_match = lambda word: _INCLUSIVE.fullmatch(word) or (standard and standard(word))
    nlp.max_length = 10_000_000
    return nlp


def analyse(text: str) -> Analysis:
    """Cut a text into lines and sentences."""
    masked = masking.mask(text)
    lines = masking.lines_of(text, masked)
    found = sentences.split(masked, lines)
    starts = [start for start, _ in found]
    return Analysis(text, masked, found, lines, starts)


def _tokens(masked: str, starts: list[int], lines: list[masking.Line], line_starts: list[int]) -> list[Token]:
    with _lock:  # one at a time: the string store is shared
        nlp = _pipeline()
        if len(masked) > _LARGE:
            with nlp.memory_zone():  # forgets the words of the text after it
                return _cut(nlp, masked, starts, lines, line_starts)
        if len(nlp.vocab.strings) > _MANY_WORDS:
            _pipeline.cache_clear()
            nlp = _pipeline()
        return _cut(nlp, masked, starts, lines, line_starts)


def _cut(
    nlp: Any, masked: str, starts: list[int], lines: list[masking.Line], line_starts: list[int]
) -> list[Token]:
    tokens: list[Token] = []
    for word in nlp(masked) if nlp.pipe_names else nlp.tokenizer(masked):
        if word.is_space:
            continue
        offset, text = word.idx, word.text
        line = max(0, bisect.bisect_right(line_starts, offset) - 1)
        sentence = max(0, bisect.bisect_right(starts, offset) - 1)
        tokens.append(
            Token(
                text,
                offset,
                offset + len(text),
                len(tokens),
                sentence,
                line,
                lines[line].is_title,
                word.lemma_,
                word.tag_,
            )
        )
    return tokens
