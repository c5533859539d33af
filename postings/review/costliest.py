"""The sentence that makes a text hardest to read: the one without which Flesch-Amstad would rise most.

What makes it costly is said in words: its length, long words, clauses within clauses, nouns made of verbs.
The bounds are ours: 20 words, since style guides for offices ask for short sentences of one thought; two
clauses within it, three nouns made of verbs, words of 14 letters and more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from postings.review.memory import remembered

LONG_SENTENCE = 20
_LONG_WORD = 14
_MANY = 3
_NESTED = 2
_FEW = 3  # words: what is shorter is no sentence
_NESTING = re.compile(
    r",\s+(?:(?:und|oder|aber|denn)\s+)?(?:(?:an|in|mit|von|zu|für|auf|bei|durch|über)\s+)?"
    r"(?:dass|weil|wenn|ob|um|sofern|soweit|damit|obwohl|indem|wobei|falls|sodass|nachdem|bevor|während|"
    r"der|die|das|den|dem|dessen|deren|welche[rnsm]?|was|wer|wie|wo)\b",
    re.IGNORECASE,
)
_NOMINAL = re.compile(r"\b[A-ZÄÖÜ]\w{3,}(?:ung|heit|keit|tion|ität|nahme)(?:en|n)?\b")
_SHOWN = 3
_Reason = tuple[str, int, tuple[str, ...]]


class Costly(NamedTuple):
    """Which sentence it is, and what the text would win without it."""

    number: int
    gain: float


def costliest(sentences: Sequence[tuple[int, int]]) -> Costly | None:
    """Of (words, syllables) for each sentence: the one that lowers Flesch-Amstad most, if any does."""
    words = sum(pair[0] for pair in sentences)
    syllables = sum(pair[1] for pair in sentences)
    if len(sentences) < 2 or not words:
        return None
    score = _score(words, syllables, len(sentences))
    best = Costly(0, 0.0)
    for index, (own, sounds) in enumerate(sentences):
        if _FEW <= own < words:
            gain = round(_score(words - own, syllables - sounds, len(sentences) - 1) - score, 1)
            best = Costly(index, gain) if gain > best.gain else best
    return best if best.gain else None


def _score(words: int, syllables: int, sentences: int) -> float:
    return 180 - words / sentences - 58.5 * syllables / words


def reasons(quote: str, words: Sequence[str], syllables: int) -> list[dict[str, Any]]:
    """What makes a sentence costly, heaviest first: `{kind, count, examples}`."""
    return [
        {"kind": kind, "count": count, "examples": list(examples)}
        for kind, count, examples in _reasons(quote, tuple(words), syllables)
    ]


@remembered
def _reasons(quote: str, words: tuple[str, ...], syllables: int) -> list[_Reason]:
    every = dict.fromkeys(word for word in words if len(word) >= _LONG_WORD)
    long = sorted(every, key=len, reverse=True)
    nested = _NESTING.findall(quote)
    nominal = list(dict.fromkeys(_NOMINAL.findall(quote)))
    found = []
    if len(words) >= LONG_SENTENCE:
        found.append(_reason("length", len(words)))
    if len(nested) >= _NESTED:
        found.append(_reason("nested", len(nested)))
    if len(nominal) >= _MANY:
        found.append(_reason("nominal", len(nominal), nominal))
    if long:
        found.append(_reason("long-words", len(long), long))
    return found or [_reason("syllables", syllables, _heaviest(words))]


def _heaviest(words: Sequence[str]) -> list[str]:
    """The words by length, without figures where there are others."""
    spoken = [word for word in words if not any(character.isdigit() for character in word)]
    return sorted(dict.fromkeys(spoken or words), key=len, reverse=True)


def _reason(kind: str, count: int, examples: Sequence[str] = ()) -> _Reason:
    return kind, count, tuple(examples[:_SHOWN])
