"""Reading the cases: which half a case belongs to, where its quotes stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "postings" / "review" / "cases"
Row = dict[str, Any]
Span = tuple[int, int]


def half(row: Row) -> str:
    """Which half a case belongs to, for good."""
    return "held" if hashlib.sha256(row["text"].encode()).digest()[0] % 2 else "work"


def read(paths: Iterable[Path]) -> list[Row]:
    """The cases of some files, each with the file it is from."""
    return [
        {**json.loads(line), "file": path.stem}
        for path in paths
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]


def place(text: str, quote: str, occurrence: int) -> Span:
    """Where a quote stands; ValueError where it does not."""
    at = -1
    for _ in range(occurrence):
        at = text.index(quote, at + 1)
    return at, at + len(quote)


def places(row: Row, key: str) -> list[Span]:
    """Where the quotes of a list stand."""
    return [place(row["text"], each["quote"], each.get("occurrence", 1)) for each in row.get(key, [])]


def meets(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)
