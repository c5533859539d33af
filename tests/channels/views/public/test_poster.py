"""The poster's address."""

from __future__ import annotations

import io

import pypdf
import pytest

from channels import links, publishing

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return pypdf.PdfReader(io.BytesIO(response.content)).pages[0].extract_text()


def test_a_poster_with_the_channels_code(client, publish, page_channel, feed_channel):
    ad = publish()
    link = links.code_for(ad, feed_channel)
    response = client.get(f"/stellen/{ad.slug}/uk/plakat.pdf?k={link.code}")
    assert response["Content-Type"] == "application/pdf"
    assert links.in_language(link, "uk").code in words(response)  # leads to the page in Ukrainian


def test_the_code_of_another_ad_is_not_printed(client, publish, page_channel):
    ad, other = publish(), publish(title="Gärtnerei")
    foreign = links.code_for(other, page_channel).code
    response = client.get(f"/stellen/{ad.slug}/de/plakat.pdf?format=a3&k={foreign}")
    assert foreign not in words(response)
    assert links.code_for(ad, page_channel).code in words(response)


@pytest.mark.parametrize("rest", ["xx/plakat.pdf", "de/plakat.pdf?format=a5", "de/plakat.pdf?format="])
def test_what_does_not_exist(client, publish, page_channel, rest):
    assert client.get(f"/stellen/{publish().slug}/{rest}").status_code == 404


def test_a_picture_for_messengers_and_previews(client, publish, page_channel):
    ad = publish()
    address = f"/stellen/{ad.slug}/tr/bild.png"
    assert client.get(address)["Content-Type"] == "image/png"
    assert (
        f'<meta property="og:image" content="https://jobs.neustadt.example{address}">'
        in client.get(f"/stellen/{ad.slug}/tr/").text
    )


def test_a_closed_ad_has_no_poster(client, publish, page_channel, editor):
    ad = publish()
    publishing.close(ad, by=editor)
    assert client.get(f"/stellen/{ad.slug}/de/plakat.pdf").status_code == 404
    assert client.get(f"/stellen/{ad.slug}/de/bild.png").status_code == 404


def test_a_second_look_is_the_kept_sheet(client, publish, page_channel, monkeypatch):
    from channels.renditions import poster

    ad = publish()
    first = client.get(f"/stellen/{ad.slug}/de/plakat.pdf").content
    monkeypatch.setattr(poster, "pdf", None)
    assert client.get(f"/stellen/{ad.slug}/de/plakat.pdf").content == first
