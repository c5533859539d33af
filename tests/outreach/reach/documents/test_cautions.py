"""Marked figures: a sign beside the channel's name, and below it why, in both languages."""

from __future__ import annotations

import pytest

from outreach.reach.documents import council, setting, steering
from outreach.reach.documents.periods import Period
from outreach.reach.models import Release, ReleasedFigure
from tests.outreach.reach.documents.conftest import NOW
from tests.outreach.reach.documents.publishing import publish, shown

pytestmark = pytest.mark.django_db
Q3 = Period(2026, 3)


@pytest.fixture
def flooded(released, channels):
    """The job page was flooded; the parents' club has many openings nobody can tell apart."""
    page, parents, radio = channels
    quarters = Release.objects.filter(table="kind-quarter")
    figures = ReleasedFigure.objects.filter(release__in=quarters.values("pk"))
    figures._raw_delete(figures.db)
    quarters._raw_delete(quarters.db)
    cells = {
        ("person", page): shown(100), ("burst", page): shown(50), ("person", parents): shown(60),
        ("uncertain", parents): shown(40), ("person", radio): shown(500), ("uncertain", radio): None,
    }  # fmt: skip
    names = dict(zip(channels, ("Karriereseite", "Elternverein", "Radio"), strict=True))
    publish("kind-quarter", ("kind", "channel"), cells, labels={"channel": names})


def small(made: setting.Document) -> list[str]:
    return [
        block.text for block in made.blocks if isinstance(block, setting.Paragraph) and block.style == "small"
    ]


def rows(made: setting.Document, caption: str) -> list[str]:
    tables = [block for block in made.blocks if isinstance(block, setting.Table)]
    return [row[0] for table in tables if table.caption == caption for row in table.rows]


def test_the_report_signs_marked_channels_and_says_why(flooded):
    made = steering.document(Q3, "de", NOW)
    assert rows(made, "Aufrufe je Kanal") == ["Karriereseite *", "Elternverein *", "Radio"]
    burst, uncertain, sums = [text for text in small(made) if text.startswith("* ")][:3]
    assert burst.startswith("* Karriereseite, Stellen aus dem 3. Quartal 2026: Hier kamen auffallend viele")
    assert "Bei mindestens 38\u00a0% der Aufrufe ist unklar" in uncertain and "Elternverein" in uncertain
    assert "stecken in den Summen" in sums
    assert rows(made, "Aufrufe je Berufsfeld") and not any(
        "*" in name for name in rows(made, "Aufrufe je Berufsfeld")
    )


def test_in_english(flooded):
    made = steering.document(Q3, "en", NOW)
    assert "Karriereseite *" in rows(made, "Openings per channel")
    assert any("at least 38% of the openings" in text.replace("\u00a0%", "%") for text in small(made))


def test_the_answer_to_the_council_says_that_applications_are_not_affected(flooded):
    (note,) = [text for text in small(council.document(Q3, "de", NOW)) if text.startswith("* ")]
    assert "Elternverein, Karriereseite" in note and "meldet das Bewerbungsportal" in note
    assert any("not affected" in text for text in small(council.document(Q3, "en", NOW)))


def test_marks_of_another_quarter_are_no_matter(flooded):
    for made in (steering.document(Period(2026, 2), "de", NOW), council.document(Period(2026, 2), "de", NOW)):
        assert not any(text.startswith("* ") for text in small(made))


def test_without_marks_nothing_is_signed(released):
    for made in (steering.document(Q3, "de", NOW), council.document(Q3, "de", NOW)):
        assert not any(text.startswith("* ") for text in small(made))
