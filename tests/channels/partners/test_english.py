"""A partner who reads English gets our own words in English: page, mails, posts. The ad stays as it is."""

from __future__ import annotations

import pytest
from django.utils import translation

from channels.languages.spoken import WHOLE, spoken
from channels.models import Channel, Delivery
from channels.partners import letters, tokens
from channels.partners.participation import requests
from channels.partners.spreadsheet.columns import column_of, columns
from outreach.words import scope


@pytest.fixture
def english_channel(partner) -> Channel:
    partner.page_language = "en"
    partner.save()
    return Channel.objects.create(
        key="english", name="Mail in English", kind="email", partner=partner, language="en"
    )


def test_a_language_is_whole_if_it_has_a_catalogue():
    assert all(code == "de" or scope.files(code)[1].exists() for code in WHOLE)
    assert (spoken("en"), spoken("tr")) == ("en", "de")


def test_the_mail_about_an_ad(english_channel, publish, days):
    publish(deadline=days(30))
    mail = letters.about(Delivery.objects.get(channel=english_channel))
    assert mail.subject.startswith("New job: Sachbearbeitung Wohngeld")
    assert "Your partner page" in mail.body and "Partnerseite" not in mail.body
    assert "Wohngeld" in mail.body
    assert '<html lang="en">' in str(mail.alternatives[0][0])


def test_its_frame_is_english_too(english_channel, publish):
    """What is said when it is sent, by a worker that speaks German."""
    publish()
    publish(title="Leitung Grünflächen")
    mail = letters.about_several(list(Delivery.objects.filter(channel=english_channel)))
    assert mail.subject == "2 jobs to pass on"


def test_a_mail_about_the_partner_itself(english_channel, partner, mailoutbox):
    requests.put(requests.Purpose.LINK, partner.email, partner=partner)
    requests.answer_due()
    assert mailoutbox[0].subject == "Your link to the partner page"


def test_the_partner_page(english_channel, partner, publish, client):
    publish()
    page = client.get(tokens.page_address(partner)).content.decode()
    assert '<html lang="en"' in page
    assert "Partnerseite" not in page


def test_a_partner_chooses_the_language(partner, client, publish):
    address = tokens.page_address(partner)
    data = {"wants_ads": "on", "rhythm": "at_once", "page_language": "en"}
    client.post(f"{address}einstellungen/", data)
    partner.refresh_from_db()
    assert partner.page_language == "en"


@pytest.mark.parametrize("reader", ["de", "en"])
def test_a_table_is_read_in_whichever_language_it_was_saved(reader):
    for saved_in in ("de", "en"):
        with translation.override(saved_in):
            headings = {column.name: column.heading for column in columns()}
        with translation.override(reader):
            assert {name: column_of(heading).name for name, heading in headings.items()} == {
                name: name for name in headings
            }
