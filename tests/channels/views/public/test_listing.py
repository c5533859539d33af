"""The list of open jobs in every language: its words, and links that stay in it."""

from __future__ import annotations

import pytest

from channels import languages, links, publishing

pytestmark = pytest.mark.django_db
OTHERS = [code for code in languages.codes() if code != "de"]


@pytest.mark.parametrize("code", OTHERS)
def test_the_list_speaks_every_language(client, publish, code):
    ad, spoken = publish(), languages.get(code)
    page = client.get(f"/stellen/sprache/{code}/").text
    assert f'<html lang="{spoken.tag}" dir="{spoken.direction}">' in page
    assert spoken.text("action.all_jobs") in page and spoken.text("notice.unreviewed") in page
    assert f'href="/stellen/{ad.slug}/{code}/"' in page


def test_the_way_from_a_job_to_the_others_stays_in_its_language(client, publish, page_channel):
    ad = publish()
    code = links.code_for(ad, page_channel).code
    assert f'href="/stellen/sprache/ar/?k={code}"' in client.get(f"/stellen/{ad.slug}/ar/?k={code}").text
    listed = client.get(f"/stellen/sprache/ar/?k={code}").text
    assert f'href="/stellen/{ad.slug}/ar/?k={code}"' in listed and f'href="/stellen/?k={code}"' in listed
    assert f'href="/stellen/sprache/ar/?k={code}"' in client.get(f"/stellen/?k={code}").text


def test_what_is_closed_is_gone(client, publish, editor):
    ad = publish()
    publishing.close(ad, by=editor)
    page = client.get("/stellen/sprache/en/").text
    assert ad.title not in page and "Gerade ist keine Stelle offen" in page


@pytest.mark.parametrize("code", ["xx", "de"])
def test_no_other_language(client, code):
    assert client.get(f"/stellen/sprache/{code}/").status_code == 404


def test_no_cookie_and_no_script(client, publish):
    publish()
    response = client.get("/stellen/sprache/fa/")
    assert not response.cookies and "<script" not in response.text
