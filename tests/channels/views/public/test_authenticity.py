"""`/echt/<code>` tells everyone in their language whether an ad is real and still open."""

from __future__ import annotations

import pytest

from channels import authenticity, languages, links, publishing

pytestmark = pytest.mark.django_db


@pytest.fixture
def ad(publish, page_channel):
    return publish()


@pytest.fixture
def code(ad, page_channel) -> str:
    return links.code_for(ad, page_channel).code


@pytest.mark.parametrize("language", languages.codes())
def test_a_real_open_ad(client, code, ad, language):
    response = client.get(f"/echt/{code}/{language}/")
    assert response.status_code == 200
    assert languages.get(language).text("trust.open") in response.text
    assert ad.title in response.text


def test_the_button_leads_to_the_job_and_later_to_the_others(client, code, ad, editor):
    page = client.get(f"/echt/{code}/ru/").text
    assert f'href="/stellen/{ad.slug}/ru/"' in page and "Посмотреть вакансию" in page
    publishing.close(ad, by=editor)
    page = client.get(f"/echt/{code}/ru/").text
    assert 'href="/stellen/sprache/ru/"' in page and f'href="/stellen/{ad.slug}/ru/"' not in page


def test_a_real_closed_ad(client, code, ad, editor):
    publishing.close(ad, by=editor)
    assert languages.get("tr").text("trust.closed") in client.get(f"/echt/{code}/tr/").text


def test_a_draft_is_unknown(client, make_posting, page_channel):
    code = links.code_for(make_posting(), page_channel).code
    assert client.get(f"/echt/{code}/").status_code == 404


@pytest.mark.parametrize("asked", ["zzzzzzzz", "12", "<script>", "a" * 300, "مرحبا"])
def test_an_unknown_code(client, ad, asked):
    response = client.get(f"/echt/{asked}/en/")
    assert response.status_code == 404
    assert languages.get("en").text("trust.unknown") in response.text
    assert "<script>" not in response.text


def test_a_code_is_typed_in(client, code, ad):
    response = client.get("/echt/sprache/pl/", {"code": f" {code.upper()} "}, follow=True)
    assert languages.get("pl").text("trust.open") in response.text


@pytest.mark.parametrize("typed", ["../../konto", "a/b", "//evil.example", "?x=1"])
def test_what_is_typed_leads_nowhere_else(client, ad, typed):
    address = client.get("/echt/", {"code": typed})["Location"]
    assert address.startswith("/echt/")
    assert client.get("/echt/", {"code": typed}, follow=True).status_code == 404


def test_the_record_is_signed(client, code, ad):
    answer = client.get(f"/echt/{code}.json").json()
    record = answer.pop("record")
    assert (record["title"], record["state"]) == (ad.title, "open")
    assert authenticity.verify(authenticity.canonical(record), answer)


def test_the_keys_are_published(client):
    response = client.get("/echt/schluessel.json")
    assert response["Content-Type"] == "application/jwk-set+json"
    assert response.json() == authenticity.key_set()


def test_asking_is_not_counted(client, code, ad):
    from outreach.reach.models import Counter

    client.get(f"/echt/{code}/")
    assert not Counter.objects.exists()


def test_an_unknown_language(client, code, ad):
    assert client.get(f"/echt/{code}/xx/").status_code == 404
