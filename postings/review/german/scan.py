"""The text as a row of words, numbers and signs, with what the noun phrases need to know of each."""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"{_LETTER}+(?:(?:[*:•·‧_]|/-?|[-'’])(?={_LETTER}){_LETTER}+|\((?:in|innen|inn|n|r|s|e|m|en|er|w)\){_LETTER}*)*-?"
    rf"|\d+(?:[.,]\d+)*|\S"
)
_INCLUSIVE = re.compile(
    rf"{_LETTER}[*:•·‧_]{_LETTER}|{_LETTER}/-?{_LETTER}|{_LETTER}\(|[a-zäöüß]In(?:nen)?\b"
)
_SENTENCE_OPENERS = frozenset("„“\"»«'(‚")


class Word(NamedTuple):
    """A word, number or sign; `low` is it in small letters."""

    text: str
    low: str
    start: int
    end: int
    sentence: int
    starts_line: bool
    starts_sentence: bool
    in_title: bool
    is_word: bool
    is_inclusive: bool
    is_caps: bool


def scan(masked: str, sentences: list[tuple[int, int]], lines: list[tuple[int, bool]]) -> list[Word]:
    """Cut a masked text up; `lines` are (start, is a title or heading) of the lines that hold words."""
    starts = [start for start, _ in sentences]
    line_starts = [start for start, _ in lines]
    words: list[Word] = []
    last_line, last_sentence, opening = -1, -1, False
    for found in _TOKEN.finditer(masked):
        text, start = found.group(), found.start()
        line = max(0, bisect.bisect_right(line_starts, start) - 1)
        sentence = max(0, bisect.bisect_right(starts, start) - 1)
        is_word = text[0].isalpha()
        first = sentence != last_sentence or opening
        words.append(
            Word(
                text,
                text.lower(),
                start,
                found.end(),
                sentence,
                line != last_line,
                first or line != last_line,
                bool(lines) and lines[line][1],
                is_word,
                is_word and bool(_INCLUSIVE.search(text)),
                is_word and len(text) > 2 and text.isupper(),
            )
        )
        opening = text in _SENTENCE_OPENERS or (opening and not is_word) or text == ":"
        last_line, last_sentence = line, sentence
    return words
