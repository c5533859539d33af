"""The text as a row of words, numbers and signs, with what the noun phrases need to know of each."""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

_LETTER = r"[^\W\d_]"
_SIGN = rf"(?:[*:•·‧_]|/-?(?=[a-zäöü]|(?i:in)(?:nen)?\b|IN(?:NEN)?\b)|[-'’])(?={_LETTER})"
_TOKEN = re.compile(
    r"[A-Za-zÄÖÜäöüß]++(?=[ \n.,;!?)])"  # as most words are: quicker read than what may hold a sign
    rf"|{_LETTER}+(?:{_SIGN}{_LETTER}+|\((?:in|innen|inn|n|r|s|e|m|en|er|w)\){_LETTER}*)*-?"
    r"|\d+(?:[.,]\d+)*|\S"
)
_INCLUSIVE = re.compile(
    rf"{_LETTER}[*:•·‧_]{_LETTER}|{_LETTER}/-?{_LETTER}|{_LETTER}\(|[a-zäöüß]In(?:nen)?\b"
)
_LONG = 60
_SENTENCE_OPENERS = frozenset("„“\"»«'(‚:")


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


def _form(text: str) -> tuple[str, bool, bool, bool, bool]:
    """Small letters, is a word, is inclusive, is in capitals, begins a sentence with what follows: what a
    form is wherever it stands.
    """
    is_word = text[0].isalpha()
    odd = is_word and (not text.isalpha() or "In" in text[2:])
    is_inclusive = odd and bool(_INCLUSIVE.search(text))
    is_caps = is_word and len(text) > 2 and text.isupper()
    return text.lower(), is_word, is_inclusive, is_caps, text in _SENTENCE_OPENERS


_made: Any = tuple.__new__  # of a row in the order of `Word`: half the time of calling it
_known_form = functools.lru_cache(maxsize=50_000)(_form)


def scan(masked: str, sentences: list[tuple[int, int]], lines: list[tuple[int, bool]]) -> list[Word]:
    """Cut a masked text up; `lines` are (start, is a title or heading) of the lines that hold words."""
    sentence_ends = [start for start, _ in sentences[1:]] + [len(masked) + 1]
    line_ends = [start for start, _ in lines[1:]] + [len(masked) + 1]
    titles = [is_title for _, is_title in lines] or [False]
    words: list[Word] = []
    form = _known_form
    sentence, line, last_sentence, last_line, opening = 0, 0, -1, -1, False
    for found in _TOKEN.finditer(masked):
        text = found.group()
        start, end = found.span()
        while start >= sentence_ends[sentence]:
            sentence += 1
        while start >= line_ends[line]:
            line += 1
        low, is_word, is_inclusive, is_caps, opens = form(text) if end - start < _LONG else _form(text)
        starts_line = line != last_line
        starts_sentence = starts_line or opening or sentence != last_sentence
        # fmt: off
        words.append(_made(Word, (
            text, low, start, end, sentence, starts_line, starts_sentence, titles[line],
            is_word, is_inclusive, is_caps,
        )))
        # fmt: on
        opening = opens or (opening and not is_word)
        last_line, last_sentence = line, sentence
    return words
