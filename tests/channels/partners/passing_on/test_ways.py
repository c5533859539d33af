"""What fits the ad and the partner stands in front on the partner's page."""

from __future__ import annotations

import pytest

from channels.models import Channel, Partner
from channels.partners.page import open_items

pytestmark = pytest.mark.django_db


def item(publish, kind: str, **facts) -> dict:
    partner = Partner.objects.create(name="Partner", kind=kind, status="active", email="p@p.example")
    Channel.objects.create(key="paket", name="Paket", kind="package", partner=partner)
    publish(degree_required=True, qualification="eine Ausbildung", part_time=None, limited=None, **facts)
    (found,) = open_items(partner)
    return found


@pytest.mark.parametrize(
    ("kind", "facts", "first"),
    [
        ("association", {}, "messenger"),
        ("neighbourhood", {}, "poster"),
        ("language_school", {}, "plain_text"),
        ("job_board", {}, "page"),
        ("association", {"language_level": "A2"}, "plain_text"),
        ("association", {"apprenticeship": True}, "poster"),
        ("job_board", {"language_level": "A2"}, "page"),
    ],
)
def test_the_first_button_is_the_one_that_fits(publish, kind, facts, first):
    ways = item(publish, kind, **facts)["ways"]
    assert ways[0].package == first
    assert {way.package for way in ways} == {"messenger", "poster", "plain_text", "page"}


def test_a_radio_gets_the_text_to_read_aloud(publish):
    spoken = item(publish, "media")["spoken"]
    assert "Sachbearbeitung Wohngeld" in spoken and "http" not in spoken


def test_an_association_does_not(publish):
    assert item(publish, "association")["spoken"] == ""


def test_every_address_carries_the_partners_own_code(publish):
    found = item(publish, "association")
    code = found["link"].rpartition("/")[2]
    own_page = [way for way in found["ways"] if way.address.startswith("/partner/")]
    assert [way.package for way in own_page] == ["poster"]  # its sheet is looked at in test_partner_page
    assert all(code in way.address for way in found["ways"] if way not in own_page)
