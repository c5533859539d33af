"""Markdown files: headings, bullets and bold in other spellings become those of our subset.

Single stars and underscores stay: in German ads they are gender signs ("Kolleg*innen").
"""

from __future__ import annotations

import re

from postings.documents import text as plain
from postings.documents.cleaning import too_long
from postings.documents.document import MAX_CHARACTERS

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\r?\n?")
_BULLET = re.compile(r"([ \t]*)[*+•][ \t]+(?=\S)")
_INLINE = [
    (re.compile(r"(?<!\w)__(?=\S)([^_\r\n]{1,300})(?<=\S)__(?!\w)"), r"**\1**"),
    (re.compile(r"!\[[^\]\[\r\n]{0,300}\]\([^()\r\n]{0,300}\)"), ""),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,300})>"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
]
_LINK = re.compile(r"\[([^\]\[\r\n]{1,300})\]\((?:mailto:)?([^()\s]{1,300})\)")


def extract(data: bytes) -> str:
    """The text with its markup in our subset; line ends stay as they are."""
    text = _without_comments(plain.extract(data))
    if len(text) > MAX_CHARACTERS:
        raise too_long(text)
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        if lines and _UNDERLINE.fullmatch(line) and _can_be_heading(lines[-1]):
            lines[-1] = f"## {lines[-1].lstrip()}"
            continue
        lines.append(_line(line))
    return "".join(lines)


def _can_be_heading(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "-", ">"))


def _line(line: str) -> str:
    if heading := _HEADING.match(line):
        words = line[heading.end() :]
        end = words[len(words.rstrip()) :]
        line = "## " + words.rstrip().rstrip("#").rstrip() + end
    else:
        line = _BULLET.sub(r"\1- ", line, count=1) if _BULLET.match(line) else line
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return _LINK.sub(_shown, line)


def _shown(link: re.Match[str]) -> str:
    words, target = link.groups()
    return words if words.casefold() in target.casefold() else f"{words} ({target})"


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])
