"""Single sentences of municipal ads: what excludes people is found, what only sounds like it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES

FOLDER = Path(__file__).parent / "wordings"
SILENT = [
    line for path in sorted(FOLDER.glob("silent*.txt")) for line in path.read_text("utf-8").splitlines()
]
PROBLEMS = [
    line.split("|", 1)
    for path in sorted(FOLDER.glob("problems*.txt"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("sentence", SILENT)
def test_a_harmless_sentence_is_silent(sentence: str):
    assert [(f.rule, f.quote) for f in review(sentence).findings if f.category in LEGAL_CATEGORIES] == []


@pytest.mark.parametrize(("category", "sentence"), PROBLEMS)
def test_a_sentence_that_excludes_people_is_found(category: str, sentence: str):
    assert category in {finding.category for finding in review(sentence).findings}
