"""Whole sentences with golds written beforehand, in star, pair and neutral style (sentences/*.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from postings.review.model import Style

FILES = sorted((Path(__file__).parent / "sentences").glob("*.txt"))
MARKS: dict[str, Style] = {"*": "star", "+": "pair", "=": "neutral", "#": "house"}


@dataclass(frozen=True)
class Case:
    """A sentence and its golds by style."""

    text: str
    golds: dict[Style, list[str]] = field(default_factory=dict)


def cases() -> Iterator[Case]:
    """The blocks of the files: a sentence, then a line for each style."""
    for path in FILES:
        for block in path.read_text("utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if not line.startswith("# ")]
            if lines:
                golds = {MARKS[line[0]]: line[2:].split(" | ") for line in lines[1:]}
                yield Case(lines[0].replace("⏎", "\n"), golds)


CASES = list(cases())
