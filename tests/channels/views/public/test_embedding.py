"""The list of open jobs on other people's websites."""

from __future__ import annotations

import pytest

from channels import languages, links, publishing
from channels.translating import desk, sentences
from channels.translating.segments import segments

pytestmark = pytest.mark.django_db
LIST = "https://jobs.neustadt.example/stellen/"


def test_other_websites_may_frame_the_list_and_nothing_else(client, publish):
    ad = publish()
    shown = client.get("/stellen/einbetten/")
    assert ad.title in shown.text
    assert "frame-ancestors *" in shown["Content-Security-Policy"]
    assert "X-Frame-Options" not in shown
    page = client.get(f"/stellen/{ad.slug}/")
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


def test_no_cookie_and_no_script(client, publish):
    publish()
    response = client.get("/stellen/einbetten/")
    assert not response.cookies
    assert "<script" not in response.text


def test_links_are_whole_and_carry_the_channels_code(client, publish, page_channel):
    ad = publish()
    code = links.code_for(ad, page_channel).code
    assert f'href="{LIST}{ad.slug}/?k={code}"' in client.get(f"/stellen/einbetten/?k={code}").text


@pytest.mark.parametrize("code", languages.codes())
def test_in_every_language(client, publish, code):
    publish()
    page = client.get(f"/stellen/einbetten/{code}/").text
    assert f'dir="{languages.get(code).direction}"' in page
    assert (languages.get(code).text("notice.unreviewed") in page) == (code != "de")


def test_the_words_are_the_approved_ones_and_marked_until_reviewed(client, publish):
    ad = publish(title="Beratung (m/w/d)")
    for sentence in sentences.of("tr"):
        sentences.review("tr", sentence.key, by="Anna Nowak")
    publishing.languages.sentences_reviewed("tr", by="Anna Nowak")
    unreviewed = languages.get("tr").text("notice.unreviewed")
    assert unreviewed not in client.get("/stellen/einbetten/tr/").text
    title = segments(ad.approved.title, ad.approved.text)[0]
    desk.save(ad, "tr", title.digest, "Danışmanlık", by="Elif Karaca")
    publishing.languages.translated(ad, "tr", by="Elif Karaca")
    page = client.get("/stellen/einbetten/tr/").text
    assert "Danışmanlık" in page and unreviewed in page  # a title nobody reviewed
    assert "(m/w/d)" not in page


def test_an_unknown_language(client):
    assert client.get("/stellen/einbetten/xx/").status_code == 404


def test_what_is_closed_is_gone(client, publish, editor):
    ad = publish()
    publishing.close(ad, by=editor)
    assert ad.title not in client.get("/stellen/einbetten/").text


def test_oembed(client, publish):
    answer = client.get("/stellen/oembed.json", {"url": LIST, "maxwidth": "400", "maxheight": "9999"})
    data = answer.json()
    assert (data["type"], data["version"], data["width"], data["height"]) == ("rich", "1.0", 400, 480)
    assert data["html"].startswith(f'<iframe src="{LIST}einbetten/" title="Offene Stellen: Stadt Neustadt"')


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://evil.example/stellen/",
        "javascript:alert(1)",
        "https://jobs.neustadt.example/konto/login/",
        "https://jobs.neustadt.example/nirgends/",
        "https://[",
    ],
)
def test_oembed_of_other_addresses(client, url):
    assert client.get("/stellen/oembed.json", {"url": url}).status_code == 404


def test_oembed_speaks_json_only(client):
    assert client.get("/stellen/oembed.json", {"url": LIST, "format": "xml"}).status_code == 501


def test_the_list_of_jobs_tells_of_it(client, publish):
    assert 'type="application/json+oembed"' in client.get("/stellen/").text
