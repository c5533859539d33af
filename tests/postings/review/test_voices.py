"""Exemplary ads in many voices, offices and layouts: nothing in them is an alarm.

The ads of one file stand below lines such as "=== friedhof". Masculine forms have tests of their own.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES

ADS = {
    title: text
    for path in sorted((Path(__file__).parent / "voices").glob("*.txt"))
    for title, text in re.findall(r"^=== (\S+)\n(.*?)(?=^=== |\Z)", path.read_text("utf-8"), re.M | re.S)
}
SILENT = (LEGAL_CATEGORIES | {"coded-wording", "barrier", "leitbild"}) - {"generic-masculine"}


@pytest.mark.parametrize("title", ADS)
def test_an_exemplary_ad_is_silent(title: str):
    found = review(ADS[title].strip()).findings
    assert [(f.rule, f.quote) for f in found if f.category in SILENT] == []
