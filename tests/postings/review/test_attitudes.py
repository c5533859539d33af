"""Hurdles and attitudes (barrier, leitbild): what a careful reader marks, and what only sounds like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from postings.review import review

ROWS = [
    line.split("|", 1)
    for line in (Path(__file__).parent / "wordings" / "attitudes.txt").read_text("utf-8").splitlines()
]
BOTH = {"barrier", "leitbild"}


@pytest.mark.parametrize(("category", "sentence"), [row for row in ROWS if row[0] != "-"])
def test_a_hurdle_or_an_attitude_is_found(category: str, sentence: str):
    assert category in {finding.category for finding in review(sentence).findings}


@pytest.mark.parametrize("sentence", [sentence for category, sentence in ROWS if category == "-"])
def test_what_only_sounds_like_one_is_silent(sentence: str):
    assert [(f.rule, f.quote) for f in review(sentence).findings if f.category in BOTH] == []


def test_a_list_of_documents_says_what_is_meant():
    ad = "Bitte senden Sie uns Ihre aussagekräftige Bewerbung."
    assert [f.rule for f in review(ad).findings] == ["aussagekraeftig"]
    assert review(ad + " Dazu gehören Lebenslauf und Zeugnisse.").findings == ()


def test_a_good_spirit_is_told_once():
    found = review("Wir suchen den guten Geist des Hauses.").findings
    assert [f.category for f in found] == ["coded-wording"]
