"""The page of a channel to the Bundesagentur."""

from __future__ import annotations

import pytest
from django.urls import reverse

from channels.models import Delivery
from tests.channels.adapters.boards.conftest import board, catalogue, keys, plain_board, server

__all__ = ["board", "catalogue", "keys", "plain_board", "server"]


@pytest.fixture
def page(client, person, board):
    """page(beruf="x") -> its HTML."""
    client.force_login(person("outreach"))
    return lambda **query: client.get(reverse("channels:agency", args=[board.pk]), query).content.decode()


def test_without_catalogue_it_says_where_to_put_it(page, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert "vam_beruf_kurz.xml" in page()


def test_an_occupation_is_chosen_and_what_failed_is_sent(client, page, board, catalogue, publish):
    posting = publish(title="Sachbearbeitung")
    Delivery.objects.update(state="failed")
    assert "Noch keiner" in page() and "Sachbearbeiter/in - Verwaltung" in page()
    address = reverse("channels:agency_choose", args=[board.pk, posting.pk])
    client.post(address, {"code": "1018"})
    assert "Noch keiner" not in page()
    assert Delivery.objects.get().state == "waiting"
    client.post(address, {"code": "9001"})  # learned, not practised
    board.refresh_from_db()
    assert board.options["occupations"] == {str(posting.pk): "1018"}


def test_occupations_are_searched(page, board, catalogue, publish):
    publish(title="Leitung")
    assert "Kein ähnlicher Beruf" in page()
    assert "Koch/Köchin" in page(beruf="koch")


def test_everything_is_sent_anew_or_waits_for_a_second_word(client, page, board, catalogue, publish):
    address = reverse("channels:agency_all", args=[board.pk])
    assert "Trotzdem senden" in page()  # nothing is open
    publish(title="Sachbearbeiter*in - Wohngeld")
    assert "Die eine offene Stelle senden" in page()
    client.post(address)
    row = Delivery.objects.get(version=None)
    assert row.state == "waiting" and not row.rendition["agreed"]
    assert "Zuletzt:" in page()


def test_error_files_are_shown_with_our_ads(page, board, server, catalogue, publish):
    posting = publish(title="Sachbearbeiter*in - Wohngeld")
    server.reports = {"ESP1.xml": f"<x>12345-{posting.pk}-S TitleCode</x>".encode()}
    html = page(rueckmeldungen="1")
    assert "ESP1.xml: Sachbearbeiter*in - Wohngeld" in html and "TitleCode" in html
    server.reports = {}
    assert "gerade keine Datei" in page(rueckmeldungen="1")
    board.secrets = {}
    board.save()
    assert "Zertifikat" in page(rueckmeldungen="1")
