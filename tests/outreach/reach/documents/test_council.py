"""The council answer: one definition, released figures only, plain about what is not collected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from outreach.reach.documents import council, setting, words
from outreach.reach.documents.periods import Period
from tests.outreach.reach.documents.conftest import NOW
from tests.outreach.reach.documents.publishing import publish, shown
from tests.outreach.reach.documents.setting.test_setting import words as words_of

pytestmark = pytest.mark.django_db
Q3 = Period(2026, 3)
MUSTERSTADT = Path(__file__).parents[4] / "outreach/profiles/musterstadt.toml"


def tables(made: setting.Document) -> dict[str, setting.Table]:
    return {block.caption: block for block in made.blocks if isinstance(block, setting.Table)}


def said(made: setting.Document) -> str:
    return repr(made.blocks)


def test_the_languages_say_the_same():
    assert words.problems() == []


def test_every_job_with_its_brackets(released):
    rows = tables(council.document(Q3, "de", NOW))["Bewerbungen je Stelle"].rows
    assert rows == (
        ("Gärtner*in", "40–44", "10–14", "geschützt"),
        ("Ingenieur*in Tiefbau", "geschützt", "geschützt", "geschützt"),
        ("Pflegefachkraft", "25–29", "geschützt", "geschützt"),
    )


def test_areas_are_sums_of_what_is_published(released):
    rows = tables(council.document(Q3, "en", NOW))["Applications per area"].rows
    assert len(rows) == 2
    assert {row[1] for row in rows} == {"25–29", "40–48"}
    assert {row[3] for row in rows} == {"protected"}


def test_in_short(released):
    text = said(council.document(Q3, "de", NOW))
    assert "Stellen mit Meldungen: 3, davon mit mindestens einer geschützten Zahl: 3." in text
    assert "Bewerbungen im Zeitraum: 65–84." in text
    assert "Eingestellt: geschützt." in text


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_what_is_not_collected_is_said(released, language):
    text = said(council.document(Q3, language, NOW))
    say = words.Words(language)
    for key in ("rejected", "group", "posting"):
        assert say(f"council.missing_{key}") in text


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_without_figures_none_is_invented(db, language):
    made = council.document(Period(2025, 1), language, NOW)
    say = words.Words(language)
    assert say("figure.unknown_title") in said(made)
    assert tables(made) == {}
    told = re.sub(re.escape(repr(council.workforce.__name__)), "", said(made))
    assert "–44" not in told


def test_exactly_one_definition(released):
    made = council.document(Q3, "de", NOW, "einwanderungsgeschichte")
    text = said(made)
    assert "genau eine Definition: Einwanderungsgeschichte" in text
    assert "Migrationsbiografie" not in text


def test_the_plans_own_definition_is_the_default(db):
    assert "genau eine Definition: Migrationsbiografie" in said(council.document(Q3, "de", NOW))


def test_the_workforce_figure_keeps_its_own_definition(db):
    same = said(council.document(Q3, "de", NOW, "migrationshintergrund-mikrozensus"))
    other = said(council.document(Q3, "de", NOW))
    assert "14,87\\xa0% (1.725 von 11.601)" in same
    assert "bitte nicht vergleichen" not in same
    assert "bitte nicht vergleichen" in other


def test_an_unknown_definition(db):
    with pytest.raises(KeyError):
        council.document(Q3, "de", NOW, "erfunden")


def test_another_city_without_plan_figures(released, settings):
    settings.CITY_PROFILE = MUSTERSTADT
    text = said(council.document(Q3, "de", NOW))
    assert "Hannover" not in text
    assert "0233/2021" not in text
    assert "Zum Vergleich" not in text


def test_a_year_adds_its_quarters(released, jobs):
    cells = {(jobs[0], "finished"): shown(10), (jobs[0], "invited"): shown(5), (jobs[0], "hired"): shown(5)}
    publish("funnel-posting", ("posting", "step"), cells, period="2026-Q2", measure="finished")
    rows = {
        row[0]: row[1:]
        for row in tables(council.document(Period(2026), "de", NOW))["Bewerbungen je Stelle"].rows
    }
    assert rows["Gärtner*in"] == ("50–58", "15–23", "5–13")
    assert "2026-Q2" in said(council.document(Period(2026), "de", NOW))


def test_the_releases_it_rests_on_are_named(released):
    text = said(council.document(Q3, "de", NOW))
    assert "funnel-posting, 2026-Q3, 20. Oktober 2026" in text
    assert "Zahlen unter 5 werden nicht gezeigt" in text


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_as_a_file_in_reading_order(released, language):
    made = council.document(Q3, language, NOW)
    told = words_of(setting.pdf(made))
    place = 0
    for block in made.blocks:
        if isinstance(block, setting.Heading):
            place = told.find(block.text, place)
            assert place != -1, block.text
    assert not re.search(r"\{\w+\}|None", told)
