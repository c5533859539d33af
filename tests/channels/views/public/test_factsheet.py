"""The public page in other languages."""

from __future__ import annotations

import pytest

from channels import languages, links, publishing

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_ad(publish, page_channel):
    return publish(text="Wir suchen Sie. Gleichwertige Abschlüsse aus dem Ausland erkennen wir an.")


def test_the_page_speaks_arabic_from_right_to_left(client, open_ad):
    page = client.get(f"/stellen/{open_ad.slug}/ar/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "اللغة الألمانية" in page
    assert '<h1><bdi lang="de" dir="ltr">Sachbearbeitung Wohngeld</bdi></h1>' in page


@pytest.mark.parametrize("code", [code for code in languages.codes() if code != "de"])
def test_every_page_says_that_nobody_reviewed_it(client, open_ad, code):
    page = client.get(f"/stellen/{open_ad.slug}/{code}/").content.decode()
    assert languages.get(code).text("notice.unreviewed") in page


def test_only_promises_of_the_ad_are_told(client, open_ad):
    page = client.get(f"/stellen/{open_ad.slug}/en/").content.decode()
    assert languages.get("en").text("sentence.foreign_qualifications") in page
    assert languages.get("en").text("sentence.disability_clause") not in page


def test_every_language_is_one_tap_away(client, open_ad):
    german = client.get(f"/stellen/{open_ad.slug}/").content.decode()
    assert f'href="/stellen/{open_ad.slug}/kmr/"' in german
    kurdish = client.get(f"/stellen/{open_ad.slug}/kmr/").content.decode()
    assert f'href="/stellen/{open_ad.slug}/"' in kurdish
    assert f'href="/stellen/{open_ad.slug}/kmr/"' not in kurdish


def test_the_channels_code_goes_along(client, open_ad, page_channel):
    code = links.code_for(open_ad, page_channel).code
    page = client.get(f"/stellen/{open_ad.slug}/tr/?k={code}").content.decode()
    assert f"/stellen/{open_ad.slug}/uk/?k={code}" in page
    assert f"kanal={code}" in page


def test_a_closed_ad_says_so_in_the_language(client, open_ad, editor):
    publishing.close(open_ad, by=editor)
    page = client.get(f"/stellen/{open_ad.slug}/fa/").content.decode()
    assert languages.get("fa").text("notice.closed") in page
    assert languages.get("fa").text("action.apply") not in page


@pytest.mark.parametrize("language", ["xx", "de_DE", "deutsch"])
def test_an_unknown_language_is_not_found(client, open_ad, language):
    assert client.get(f"/stellen/{open_ad.slug}/{language}/").status_code == 404


@pytest.mark.parametrize("code", languages.codes())
def test_structured_data_stand_on_the_german_page_only_and_name_no_language(client, open_ad, code):
    """JobPosting has no `inLanguage` (FORMATS §2); a second page of it would be a second ad for Google."""
    path = f"/stellen/{open_ad.slug}/" + ("" if code == "de" else f"{code}/")
    page = client.get(path).text
    assert ("application/ld+json" in page) == (code == "de")
    assert "inLanguage" not in page
    assert f'<html lang="{languages.get(code).tag}"' in page
    assert 'rel="canonical"' in page and path in page
