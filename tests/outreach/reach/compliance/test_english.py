"""Both papers in English: complete, with the same keys, and nothing of the German left."""

import datetime
import re

import pytest

from outreach import profile
from outreach.reach.compliance import assessment, record, words
from outreach.reach.compliance.gaps import value_of
from outreach.reach.documents import setting
from tests.outreach.reach.compliance.test_papers import told

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
PAPERS = {"record": lambda language: record.document(NOW.date(), language),
          "assessment": lambda language: assessment.document(NOW, language)}  # fmt: skip
_GERMAN = re.compile(r"\b(?:der|die|das|und|nicht|werden|wird|für|nach|Stand|Stunden|Tage|Aufrufe)\b")


def shape(value):
    """Keys, lengths and placeholders, without the words."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    return sorted(re.findall(r"{\w+}", value)), bool(value)


@pytest.mark.parametrize("name", ["record", "assessment", "shared"])
def test_both_languages_have_the_same_texts(name):
    german, english = (words.load(name, language) for language in words.LANGUAGES)
    assert shape(german) == shape(english)


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAPERS)
def test_an_english_paper_is_english(name):
    made = PAPERS[name]("en")
    assert made.language == "en" and made.day == "As of 22 November 2026"
    found = told(made)
    for key in ("imprint.represented_by", "privacy.officer", "privacy.authority"):
        found = found.replace(" ".join(value_of(profile.city(), key).split()), "")  # the city's own words
    assert _GERMAN.findall(found) == []
    assert len(setting.docx(made)) > 5000
    german = PAPERS[name]("de")
    assert len(german.blocks) == len(made.blocks) and german.day == "Stand: 22. November 2026"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["verzeichnis", "folgenabschaetzung"])
def test_they_are_offered_in_both_languages(client, person, name):
    client.force_login(person("reporting"))
    page = client.get("/reichweite/dokumente/").content.decode()
    for language in words.LANGUAGES:
        for form in ("pdf", "docx"):
            assert f"/reichweite/dokumente/{name}/{language}.{form}" in page
        assert client.get(f"/reichweite/dokumente/{name}/{language}.docx").status_code == 200
