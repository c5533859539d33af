"""Our readability formulas are textstat's: equal wherever textstat counts German right.

Flesch-Amstad, Wiener Sachtextformel 1 and LIX (DOMAIN, readability of German) are checked against the
library on sentences of more than two words whose hyphenation and syllables agree. Elsewhere the library
counts German wrong ("aber" 1, "Mitarbeiter" 5 syllables, list items of two words are no sentences), which
is why we count ourselves.
"""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.readability import syllables

TEXTS = [
    "Die Stadt baut im Sommer zwei Schulen und lange Wege durch den Garten.",
    "Wir planen den Umbau der Schule. Der Garten wird danach wieder bunt. Kinder freuen sich auf den Sommer.",
    "Die Verwaltung schreibt Rechnungen. Das Rathaus liegt zentral. Wir planen gern mit Ihnen zusammen.",
]


@pytest.fixture(scope="module")
def textstat():
    import textstat

    textstat.set_lang("de")
    yield textstat
    textstat.set_lang("en_US")


@pytest.mark.parametrize("text", TEXTS)
def test_the_formulas_agree_with_textstat(textstat, text):
    words = [word.strip(".") for word in text.split()]
    assert [syllables(word) for word in words] == [textstat.syllable_count(word) for word in words]
    measured = review(text).readability
    assert measured["flesch_amstad"] == pytest.approx(textstat.flesch_reading_ease(text), abs=0.1)
    assert measured["wiener"] == pytest.approx(textstat.wiener_sachtextformel(text, 1), abs=0.1)
    assert measured["lix"] == pytest.approx(textstat.lix(text), abs=0.1)


@pytest.mark.parametrize(
    ("word", "right", "by_textstat"), [("aber", 2, 1), ("Mitarbeiter", 4, 5), ("Idee", 2, 1)]
)
def test_where_textstat_counts_german_wrong_we_do_not(textstat, word, right, by_textstat):
    assert (syllables(word), textstat.syllable_count(word)) == (right, by_textstat)
