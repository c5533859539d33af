"""The report to the steering group: a reading for each measure, ranges instead of rankings, honest gaps."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from outreach.reach.documents import setting, steering, words
from outreach.reach.documents.periods import Period
from outreach.reach.released import Figure
from postings.models import Event
from tests.outreach.reach.documents.conftest import NOW
from tests.outreach.reach.documents.setting.test_setting import words as words_of

pytestmark = pytest.mark.django_db
Q3 = Period(2026, 3)
MUSTERSTADT = Path(__file__).parents[4] / "outreach/profiles/musterstadt.toml"


def tables(made: setting.Document) -> dict[str, setting.Table]:
    return {block.caption: block for block in made.blocks if isinstance(block, setting.Table)}


def said(made: setting.Document) -> str:
    return repr(made.blocks)


def test_channels_with_their_ranges_the_surest_first(released):
    rows = tables(steering.document(Q3, "de", NOW))["Aufrufe je Kanal"].rows
    assert rows == (("Karriereseite", "2.000–2.008"), ("Elternverein", "45–53"), ("Radio", "geschützt"))


def test_languages_families_and_months_in_the_documents_language(released):
    german, english = (tables(steering.document(Q3, code, NOW)) for code in ("de", "en"))
    assert [row[0] for row in german["Aufrufe je Sprache"].rows] == ["Deutsch", "Türkisch"]
    assert [row[0] for row in english["Openings per language"].rows] == ["German", "Turkish"]
    months = english["Openings by the month in which the ad began"].rows
    assert [row[0] for row in months] == ["July 2026", "August 2026"]


def test_every_table_with_two_figures_has_its_chart(released):
    made = steering.document(Q3, "de", NOW)
    charts = [block for block in made.blocks if isinstance(block, setting.Chart)]
    assert "Aufrufe je Kanal. Karriereseite: 2.000–2.008; Elternverein: 45–53" in charts[0].alt
    assert "Radio" not in charts[0].alt  # hidden: no bar
    assert len(charts) == 5


def test_one_reading_per_measure_with_target_and_source(released):
    rows = {
        row[0]: row[1:]
        for row in tables(steering.document(Q3, "de", NOW))["Maßnahmen, Ziele, Messwerte"].rows
    }
    assert len(rows) == 7
    assert rows["Ausschreibungen weiter streuen und bewerben"][1] == "2.045–2.069 Aufrufe über alle Kanäle"
    target, reading, source = rows["Anteil der Beschäftigten mit internationaler Geschichte erhöhen"]
    assert target.startswith("17 %")
    assert reading == "14,87\u00a0% am 31. Dezember 2019 (1.725 von 11.601)"
    assert "2337/2020" in source
    assert (
        rows["Interkulturelle Fortbildung mit Bezug zur eigenen Arbeit"][1]
        == "wird von diesem Dienst nicht gemessen"
    )
    assert (
        rows["Mehr geeignete Bewerbungen erreichen"][1]
        == "65–84 Bewerbungen, 10–24 eingeladen, geschützt eingestellt"
    )


def test_measures_in_english(released):
    rows = [row[0] for row in tables(steering.document(Q3, "en", NOW))["Measures, targets, readings"].rows]
    assert "Announce participation formats and open days early" in rows


def test_how_early_events_were_announced(released, editor):
    start = timezone.make_aware(datetime.datetime(2026, 9, 12, 14))
    for number, weeks in enumerate((3, 6, 8)):
        Event.objects.create(
            slug=f"e{number}", title="Tag der offenen Tür", description="x", place="x", created_by=editor,
            starts_at=start, ends_at=start, announced_at=start - datetime.timedelta(weeks=weeks),
        )  # fmt: skip
    assert "Veranstaltungen im Zeitraum: 3, im Mittel 6 Wochen vorher" in said(
        steering.document(Q3, "de", NOW)
    )


def test_what_worked_is_only_what_the_ranges_prove():
    far, near, low = Figure(100, 100, 104), Figure(40, 40, 60), Figure(35, 35, 45)
    assert steering.certainly_ahead({"a": far, "b": near, "c": low}) == ["a"]
    assert steering.certainly_ahead({"a": Figure(42, 42, 50), "b": near, "c": low}) == []
    assert steering.certainly_ahead({"a": far, "b": Figure(None, 0, None)}) == []
    assert steering.certainly_ahead({}) == []


def test_what_is_not_known_is_said(released):
    text = said(steering.document(Q3, "de", NOW))
    assert "3 von 6 Zellen der Kanaltabelle sind geschützt" in text
    assert "verschiedene Menschen" in text


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_without_figures_none_is_invented(db, language):
    made, say = steering.document(Period(2025, 1), language, NOW), words.Words(language)
    (measures,) = tables(made).values()
    assert measures.caption == say("caption.measures")
    assert said(made).count(say("steering.empty")) == 7


def test_a_city_without_measures(released, settings):
    settings.CITY_PROFILE = MUSTERSTADT
    text = said(steering.document(Q3, "de", NOW))
    assert "[[plan.measures]]" in text
    assert "Hannover" not in text


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_as_a_file_in_reading_order(released, language):
    made = steering.document(Q3, language, NOW)
    told, place = words_of(setting.pdf(made)), 0
    for block in made.blocks:
        if isinstance(block, setting.Heading):
            place = told.find(block.text, place)
            assert place != -1, block.text
    assert "{" not in told
