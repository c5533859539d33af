"""Staff who chose English meet no German of ours on the main pages; what is German there says so."""

from __future__ import annotations

import pytest
from django.test import Client

from channels.models import Channel, Partner
from outreach.people.models import User
from postings.models import Event, Posting
from tests.outreach.demo.conftest import city, demo
from tests.outreach.words.leftovers import left_over

__all__ = ["city", "demo"]
PAGES = {
    "redaktion": (
        "/", "/ausschreibungen/", "/ausschreibungen/neu/", "/ausschreibungen/{draft}/",
        "/ausschreibungen/{draft}/versionen/1/", "/veranstaltungen/", "/veranstaltungen/neu/",
        "/regeln/junges-team/", "/uebersetzungen/", "/uebersetzungen/tr/", "/uebersetzungen/tr/saetze/",
        "/uebersetzungen/tr/stelle/{published}/", "/einstellungen/", "/gibt/es/nicht/",
    ),
    "freigabe": (
        "/ausschreibungen/{in_review}/", "/ausschreibungen/{published}/",
        "/ausschreibungen/{published}/nachweis/", "/kanaele/ausschreibung/{published}/",
        "/kanaele/ausschreibung/{published}/formen/", "/kanaele/ausschreibung/{published}/vorschau/",
    ),
    "kanaele": (
        "/", "/kanaele/", "/kanaele/neu/", "/kanaele/neu/?kind=mastodon", "/kanaele/{channel}/",
        "/kanaele/partner/", "/kanaele/partner/neu/", "/kanaele/partner/{partner}/",
        "/kanaele/partner/{partner}/bearbeiten/", "/kanaele/sendungen/", "/kanaele/abdeckung/",
        "/kanaele/ausschreibung/{published}/abdeckung/", "/kanaele/aushaenge/",
        "/kanaele/veranstaltung/{event}/vorschau/", "/uebersetzungen/personen/",
    ),
    "berichte": ("/", "/reichweite/", "/reichweite/schutz/", "/reichweite/fragen/kanaele/"),
    "verwaltung": ("/", "/einstellungen/", "/einstellungen/personen/neu/"),
}  # fmt: skip
#: Names of languages as their speakers write them, of channels as staff typed them, and a word of both.
NAMES = {"Deutsch", "Partnerpost (Knöpfe in E-Mails)", "Partner"}


@pytest.fixture
def numbers(demo) -> dict[str, int]:
    """What stands for the holes in the addresses."""
    states = ("draft", "in_review", "published")
    return {
        **{state: Posting.objects.filter(state=state).order_by("pk").first().pk for state in states},
        "channel": Channel.objects.filter(kind="email").order_by("pk").first().pk,
        "partner": Partner.objects.order_by("pk").first().pk,
        "event": Event.objects.order_by("pk").first().pk,
    }


@pytest.mark.parametrize("who", PAGES)
def test_no_german_of_ours_is_left(who, numbers):
    reader = User.objects.get(email__startswith=f"{who}@")
    reader.language = "en"
    reader.save()
    browser = Client()
    browser.force_login(reader)
    for address in PAGES[who]:
        answer = browser.get(address.format(**numbers))
        page = answer.content.decode()
        assert answer["Content-Language"] == "en", address
        assert '<html lang="en"' in page
        assert set(left_over(page)) - NAMES == set(), address


def test_german_is_found_where_it_is_left():
    page = '<html lang="en"><p>Fine</p><p>Heute</p><p lang="de">Kanäle</p><a title="Abmelden">x</a></html>'
    assert left_over(page) == ["Abmelden", "Heute"]
