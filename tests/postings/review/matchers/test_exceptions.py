"""An exception of a rule counts for what is said with it, not for what the sentence goes on to say."""

from __future__ import annotations

import pytest

from postings.review import review


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Sie sind nicht älter als 35 Jahre und haben Freude an der Arbeit mit Kindern.", "nicht älter"),
        ("Sie sind ungebunden und bringen Erfahrung aus einer Kita mit.", "ungebunden"),
    ],
)
def test_what_the_sentence_goes_on_to_say_excuses_nothing(sentence: str, quote: str):
    assert any(finding.quote.startswith(quote) for finding in review(sentence).findings)


def test_an_exception_beside_the_words_excuses_them():
    assert review("Die Gruppe ist für Kinder, die nicht älter als 12 Jahre sind.").findings == ()
