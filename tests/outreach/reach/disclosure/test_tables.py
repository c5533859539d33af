"""Released answers: definitions apart, the truth inside, and estimates from what is published."""

from __future__ import annotations

import datetime

import pytest

from outreach.reach import released
from outreach.reach.disclosure import reading
from outreach.reach.disclosure.models import Tally
from outreach.reach.releases import quarters
from postings.models import Posting

pytestmark = pytest.mark.django_db
UNTIL = datetime.date(2027, 2, 1)
NOW = datetime.datetime(2027, 2, 2, 8, tzinfo=datetime.UTC)


def told(
    answers: dict[str, int], question="disclosure", definition="migrationsbiografie", epsilon=1099, ad=None
):
    for answer, total in answers.items():
        Tally.objects.create(
            quarter="2026-Q4", question=question, definition=definition if question == "disclosure" else "",
            epsilon=epsilon, answer=answer, total=total, posting=ad,
        )  # fmt: skip


def release() -> None:
    quarters.release_quarters(datetime.date(2026, 10, 5), UNTIL, NOW)


def test_definitions_and_noise_are_never_mixed():
    told({"yes": 120, "no": 180})
    told({"yes": 50, "no": 50}, definition="einwanderungsgeschichte")
    told({"yes": 41, "no": 79}, epsilon=2000)
    release()
    found = reading.disclosures("2026-Q4")
    assert [(one.name, one.epsilon) for one in found] == [
        ("Einwanderungsgeschichte", 1.099), ("Migrationsbiografie", 1.099), ("Migrationsbiografie", 2.0),
    ]  # fmt: skip
    yes = found[1].lines[0]
    assert (yes.name, yes.figure.lower) == ("Ja", 120)
    assert yes.estimate.lower < 0.3 < yes.estimate.upper and yes.estimate.enough
    assert found[1].answers[0] <= 300 <= found[1].answers[1]


def test_few_answers_say_nothing():
    told({"yes": 4, "no": 9})
    release()
    (found,) = reading.disclosures("2026-Q4")
    assert found.lines[0].figure.hidden
    assert not found.lines[0].estimate.enough


def test_a_gap_would_tell():
    told({"yes": 40})
    release()
    (found,) = reading.disclosures("2026-Q4")
    assert [line.figure.hidden for line in found.lines] == [False, True]


def test_how_people_heard():
    told({"website": 90, "friends": 60, "poster": 30}, question="heard", epsilon=2000)
    release()
    (found,) = reading.heard("2026-Q4")
    assert len(found.lines) == 9
    by_name = {line.name: line for line in found.lines}
    assert by_name["Internetseite der Stadt"].estimate.value > by_name["Plakat oder Aushang"].estimate.value
    assert reading.quarters() == ["2026-Q4"]


def test_ad_by_ad(editor):
    ads = [Posting.objects.create(slug=f"a{n}", title=f"Stelle {n}", created_by=editor) for n in range(2)]
    for ad in ads:
        told({"yes": 60, "no": 90}, ad=ad)
    release()
    (found,) = reading.of_posting(str(ads[0].pk))
    assert found.definition == "migrationsbiografie" and found.lines[0].figure.upper >= 60
    (every,) = reading.disclosures("2026-Q4")
    assert every.answers[0] <= 300


def test_nothing_asked_nothing_released():
    release()
    assert released.names() == () and reading.quarters() == [] and reading.of_posting("1") == []
