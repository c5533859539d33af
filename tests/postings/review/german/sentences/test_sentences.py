"""Whole sentences: exactly the marked masculine forms are found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.postings.review.german.rewriting import hits

HERE = Path(__file__).parent / "data"
LINES = [
    line
    for path in sorted(HERE.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PASSAGES = (HERE / "passages.md").read_text("utf-8").split("\n---\n")


@pytest.mark.parametrize("line", [*LINES, *PASSAGES])
def test_exactly_the_marked_words_are_found(line: str) -> None:
    """A compound that begins with a person is a hint only, so it is left out here."""
    text = re.sub("[«»]", "", line)
    found = [text[hit.offset : hit.offset + hit.length] for hit in hits(text) if hit.kind != "compound"]
    assert found == re.findall("«(.*?)»", line)


def test_there_are_many() -> None:
    assert len(LINES) == len(set(LINES)) > 300
