"""How long the review of an ad takes, against spaCy's bare German tokenizer on the same text."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import spacy

from outreach.demo import data
from postings.review import review

ROUNDS = 5


class Timing(NamedTuple):
    """Seconds for one ad, the median of some rounds."""

    name: str
    words: int
    bare: float
    review: float

    @property
    def ratio(self) -> float:
        return self.review / self.bare


def compare(rounds: int = ROUNDS) -> list[Timing]:
    """Every demo ad, turn by turn, after a first round that loads what is loaded once."""
    tokenizer = spacy.blank("de")
    return [_timing(path, tokenizer, rounds) for path in data.ad_files()]


def _timing(path: Path, tokenizer: Callable[[str], object], rounds: int) -> Timing:
    text = path.read_text(encoding="utf-8")
    tokenizer(text)
    review(text)
    pairs = [(_seconds(tokenizer, text), _seconds(review, text)) for _round in range(rounds)]
    bare, reviewed = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Timing(path.stem, len(text.split()), bare, reviewed)


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start
