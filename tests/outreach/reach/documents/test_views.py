"""The staff page of the documents, and their downloads."""

from __future__ import annotations

import pytest
import time_machine

from outreach.reach.documents import papers, setting
from tests.outreach.reach.documents.conftest import NOW
from tests.outreach.reach.documents.publishing import publish, shown

pytestmark = pytest.mark.django_db
PATH = "/reichweite/dokumente/"


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    with time_machine.travel(NOW, tick=False):
        yield client


def test_the_page_offers_every_paper_in_every_language(reader):
    page = reader.get(PATH).content.decode()
    for paper in papers.PAPERS.values():
        assert str(paper.title) in page
        for code in paper.languages:
            for form in paper.forms:
                assert f"{PATH}{paper.name}/{code}.{form}" in page


def test_it_says_what_is_missing_in_the_profile(reader):
    assert "privacy.officer_email" in reader.get(PATH).content.decode()


def test_period_and_definition_are_kept(reader):
    page = reader.get(PATH, {"zeitraum": "2026-Q2", "definition": "einwanderungsgeschichte"}).content.decode()
    assert "?zeitraum=2026-Q2&amp;definition=einwanderungsgeschichte" in page
    assert '<option value="2026-Q2" selected>' in page


def test_the_newest_quarter_with_figures_is_chosen(reader, channels):
    publish("channel-medium", ("medium", "channel"), {("link", channels[0]): shown(5)}, period="2026-Q1")
    assert "zeitraum=2026-Q1&amp;" in reader.get(PATH).content.decode()


@pytest.mark.parametrize("odd", [{"zeitraum": "x"}, {"definition": "<script>"}, {"zeitraum": "9999-Q9"}])
def test_odd_choices_fall_back(reader, odd):
    page = reader.get(PATH, odd).content.decode()
    assert "zeitraum=2026-Q3&amp;definition=migrationsbiografie" in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [(paper.name, paper.languages[0], form) for paper in papers.PAPERS.values() for form in paper.forms],
)
def test_every_download_is_a_file(reader, released, name, language, form):
    response = reader.get(f"{PATH}{name}/{language}.{form}", {"zeitraum": "2026-Q3"})
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF" if form == "pdf" else b"PK")
    about = "2026-Q3" if papers.PAPERS[name].periodic else "2026-11-22"
    assert f'filename="{name}-{about}-{language}.{form}"' in response["Content-Disposition"]


@pytest.mark.parametrize(
    "path", ["erfunden/de.pdf", "ratsanfrage/fr.pdf", "ratsanfrage/de.xlsx", "datenschutz/de.docx",
             "ratsanfrage/de.pdf?definition=erfunden"],
)  # fmt: skip
def test_what_does_not_exist(reader, path):
    assert reader.get(PATH + path).status_code == 404


def test_the_same_question_gives_the_same_file(reader, released):
    first, second = (reader.get(f"{PATH}ratsanfrage/de.pdf?zeitraum=2026-Q3").content for _ in range(2))
    assert first == second


def test_every_paper_is_set(released):
    wish = papers.wish("de", "2026-Q3", "", NOW)
    assert all(setting.docx(paper.make(wish)).startswith(b"PK") for paper in papers.PAPERS.values())
