"""The choice of language is kept with the account and leads back to the same page, never elsewhere."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, person):
    reader = person("reporting")
    client.force_login(reader)
    return reader


def test_english_and_back(client, reader):
    answer = client.post("/sprache/", {"language": "en", "next": "/reichweite/?a=1"})
    assert (answer.status_code, answer["Location"]) == (302, "/reichweite/?a=1")
    assert "django_language" not in answer.cookies
    page = client.get("/reichweite/")
    assert page["Content-Language"] == "en"
    assert '<html lang="en">' in page.content.decode()
    assert "Auf Deutsch lesen" in page.content.decode()
    client.post("/sprache/", {"language": "de"})
    assert client.get("/reichweite/")["Content-Language"] == "de"


@pytest.mark.parametrize("address", ["/", "/ausschreibungen/", "/regeln/", "/gibt/es/nicht/"])
def test_every_page_of_staff_speaks_it_errors_too(client, reader, address):
    reader.language = "en"
    reader.save()
    page = client.get(address)
    assert page["Content-Language"] == "en"
    assert '<html lang="en"' in page.content.decode()


@pytest.mark.parametrize("address", ["/stellen/", "/impressum/", "/stellen/gibt/es/nicht/"])
def test_public_pages_keep_theirs(client, reader, address):
    reader.language = "en"
    reader.save()
    page = client.get(address)
    assert page["Content-Language"] == "de"
    assert "Read in English" not in page.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://x.example/", "//x.example/", "javascript:alert(1)", ""])
def test_it_leads_nowhere_else(client, reader, elsewhere):
    assert client.post("/sprache/", {"language": "de", "next": elsewhere})["Location"] == "/"


def test_a_language_that_does_not_exist(client, reader):
    assert client.post("/sprache/", {"language": "tlh"}).status_code == 400
    reader.refresh_from_db()
    assert reader.language == "de"
