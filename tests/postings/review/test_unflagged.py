"""A replacement of a person noun that another rule rejects is not offered."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.model import Finding


def masculine(text: str) -> list[Finding]:
    return [each for each in review(text).findings if each.category == "generic-masculine"]


@pytest.mark.parametrize(
    "text", ["Wer bei uns anfängt, ist ein Einzelkämpfer.", "Anliegen unserer ausländischen Mitbürger"]
)
def test_a_word_that_is_the_problem_itself(text: str) -> None:
    (finding,) = masculine(text)
    assert finding.replacements == ()
    assert "anderen Hinweis" in finding.why


def test_a_rule_beside_it_changes_nothing() -> None:
    (finding,) = masculine("Ein Kollege und ein junges Team warten.")
    assert finding.replacements
