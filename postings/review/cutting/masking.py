"""The text as the matchers see it: same length, markup and odd characters blanked out."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

LineKind = Literal["blank", "heading", "bullet", "text"]

_BULLET = re.compile(r"[ \t]*(?:[-*•●▪◦‣·–—+>»►▶➢➤➔→✓✔■□○❖]|\d{1,2}[.)])[ \t]+(?=\S)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_HALF = re.compile("[\ud800-\udfff]")  # half a character, as broken files have it: no encoder takes it
_BOLD = re.compile(r"\*\*|__")
# One to one, so that every offset stays: other spaces and line ends, invisible marks, other hyphens.
_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("\t\r\x00\x0b\x0c\u00a0\u1680\u202f\u205f\u3000\ufeff", " "),
        **{chr(code): " " for code in range(0x2000, 0x2010)},
        **{chr(code): " " for code in (*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x00AD, 0x061C)},
        **dict.fromkeys("\u2028\u2029\x85", "\n"),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("\u2217\uff0a", "*"),
    }
)
_ODD = re.compile(f"[{re.escape(''.join(map(chr, _ONE_TO_ONE)))}]")  # most texts have none of them
_ENDS_SENTENCE = (".", "!", "?", ":", ";", ",")
_SEX = r"(?:[mwdfxi*]|gn|div\.?)"
TITLE_SIGN = re.compile(rf"\(\s*{_SEX}(?:\s*[/|*,]\s*{_SEX}){{1,3}}\s*\)", re.IGNORECASE)


class Line(NamedTuple):
    """One line of the text; `start` and `end` are its words, without markup and line end."""

    start: int
    end: int
    kind: LineKind
    is_title: bool


def mask(text: str) -> str:
    """The text with markup and invisible characters replaced by spaces, every offset kept."""
    masked = text.replace("\r\n", " \n").replace("\r", "\n")
    if _ODD.search(masked):
        masked = masked.translate(_ONE_TO_ONE)
    masked = _HALF.sub("\ufffd", _BOLD.sub("  ", masked))
    return "\n".join(_without_mark(line) for line in masked.split("\n"))


def _without_mark(line: str) -> str:
    mark = _HEADING.match(line) or _BULLET.match(line)
    if not mark or mark.group().strip()[:1].isdigit():
        return line
    return " " * mark.end() + line[mark.end() :]


def lines_of(text: str, masked: str) -> list[Line]:
    """The lines of a text with what they are: heading, list item, running text."""
    lines: list[Line] = []
    start = 0
    seen_text = False
    for masked_line in masked.split("\n"):
        end = start + len(masked_line)
        words = masked_line.strip()
        first = start + len(masked_line) - len(masked_line.lstrip())
        last = first + len(words)
        kind = _kind(text[start:end].replace("**", ""), words) if words else "blank"
        lines.append(Line(first, last, kind, _is_title(kind, words, first_of_text=not seen_text)))
        seen_text = seen_text or kind != "blank"
        start = end + 1
    return lines


def _kind(raw: str, words: str) -> LineKind:
    if _HEADING.match(raw):
        return "heading"
    if _BULLET.match(raw):
        return "bullet"
    if len(words) <= 70 and (words.endswith(":") or not words.endswith(_ENDS_SENTENCE)):
        return "heading"
    return "text"


def _is_title(kind: LineKind, words: str, *, first_of_text: bool) -> bool:
    if kind == "bullet" or len(words) > 160:
        return False
    return kind == "heading" and (first_of_text or bool(TITLE_SIGN.search(words)))
