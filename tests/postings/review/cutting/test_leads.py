"""What a lead-in or a heading says is not needed is not asked for; programmes and offers ask for nothing."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.cutting import excuses


@pytest.mark.parametrize("heading", ["Das brauchen Sie nicht:", "Du musst nicht", "Was wir nicht erwarten:"])
def test_a_list_of_what_is_not_needed_is_silent(heading: str):
    assert review(f"{heading}\n- einen deutschen Pass\n- jung sein").findings == ()


@pytest.mark.parametrize("heading", ["Das brauchen Sie:", "Du musst", "Wen wir nicht brauchen:"])
def test_a_list_of_what_is_asked_for_is_not(heading: str):
    assert review(f"{heading}\n- einen deutschen Pass\n- jung sein").findings


def test_what_stands_before_the_colon_counts():
    sentence = "Was du nicht brauchst: deutsche Großeltern."
    assert excuses.is_not_needed(sentence, sentence.index("deutsche"))
    assert not excuses.is_not_needed("Was du brauchst: deutsche Großeltern.", 17)
    assert not excuses.is_not_needed("Was wir nicht brauchen: alte Hasen.", 24)


def test_a_programme_asks_for_nothing():
    assert excuses.is_programme("Montags ist Mädchentag, mittwochs der queere Treff.")
    assert excuses.is_programme("11.30 Uhr: Männer in der Kita")
    assert not excuses.is_programme("Sie arbeiten montags, mittwochs und freitags.")


def test_a_list_of_benefits_asks_for_nothing():
    assert excuses.lists_benefits("Teilzeit, keine Nachtdienste, Kinderbetreuung.")
    assert not excuses.lists_benefits("Kinderlos, flexibel, ungebunden.")
