"""Shares come from released noisy answers, each definition and quarter for itself, and only if enough."""

from __future__ import annotations

import pytest

from outreach.reach.documents import council, shares
from outreach.reach.documents.periods import Period
from outreach.reach.documents.words import Words
from tests.outreach.reach.documents.conftest import NOW
from tests.outreach.reach.documents.publishing import publish

pytestmark = pytest.mark.django_db
Q3, DE = Period(2026, 3), Words("de")
COLUMNS = ("definition", "epsilon", "answer")


def answered(yes: int, no: int, definition: str = "migrationsbiografie", period: str = "2026-Q3") -> None:
    cells = {
        (definition, "1099", "yes"): (yes, yes, yes + 4),
        (definition, "1099", "no"): (no, no, no + 4),
    }
    publish("disclosure", COLUMNS, cells, measure="disclosure", period=period)


def test_the_noise_is_taken_out():
    answered(900, 1100)  # observed 45 %; told truly three times out of four: (0.45 - 0.25) / 0.5 = 40 %
    (one,) = shares.of("migrationsbiografie", Q3, DE)
    assert one.name == "3. Quartal 2026"
    assert one.share == pytest.approx(0.40, abs=0.01)
    assert one.low < 0.40 < one.high
    assert one.high - one.low < 0.12
    assert (one.answers.lower, one.answers.upper) == (2000, 2008)


def test_definitions_are_never_mixed():
    answered(900, 1100)
    assert shares.of("einwanderungsgeschichte", Q3, DE) == []


@pytest.mark.parametrize(("yes", "no"), [(0, 0), (5, 5), (10, 15), (30, 40)])
def test_too_few_answers_are_not_enough(yes, no):
    answered(yes, no)
    assert shares.of("migrationsbiografie", Q3, DE) == []
    assert "Nicht genug Daten" in repr(council.document(Q3, "de", NOW).blocks)


def test_a_year_keeps_its_quarters_apart():
    answered(900, 1100, period="2026-Q2")
    answered(1000, 1000)
    assert [one.name for one in shares.of("migrationsbiografie", Period(2026), DE)] == [
        "2. Quartal 2026",
        "3. Quartal 2026",
    ]


def test_hidden_answers_give_no_share():
    cells = {("migrationsbiografie", "1099", "yes"): None, ("migrationsbiografie", "1099", "no"): None}
    publish("disclosure", COLUMNS, cells, measure="disclosure")
    assert shares.of("migrationsbiografie", Q3, DE) == []


def test_the_answer_tells_share_range_and_number():
    answered(900, 1100)
    text = repr(council.document(Q3, "de", NOW).blocks)
    assert "3. Quartal 2026: 40," in text
    assert "2.000–2.008 Antworten" in text
    assert "Wer nicht antwortet, fehlt" in text
