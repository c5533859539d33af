"""The register of notices: place and day by the partner's tap, a page and a table for staff."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.models import Delivery, HandOff
from channels.partners import tokens
from channels.partners.handoffs import handing_off, notices

pytestmark = pytest.mark.django_db
PAGE = "/kanaele/aushaenge/"


@pytest.fixture(autouse=True)
def http(settings):
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def row(mail_delivery) -> Delivery:
    return mail_delivery


@pytest.fixture
def tap(client, row):
    """tap(place=…) -> the partner taps "put up", with or without saying where."""
    path = reverse("partner:hand_off", args=[tokens.page_token(row.channel.partner), row.pk])
    return lambda **said: client.post(path, {"how": "put_up", **said}, follow=True)


def today() -> datetime.date:
    return timezone.localdate()


def test_one_tap_is_enough(tap):
    page = tap()
    assert "Wo hängt es, und bis wann? (freiwillig, bitte keinen Namen)" in page.text
    one = HandOff.objects.get()
    assert (one.how, one.place, one.until) == ("put_up", "", None)


def test_place_and_day_can_be_said_and_changed(tap, days):
    tap()
    assert "Gespeichert. Danke!" in tap(place=" Café \u202e am Markt ", until=days(5).isoformat()).text
    one = HandOff.objects.get()
    assert (one.place, one.until) == ("Café am Markt", days(5))
    page = tap(place="Eingang", until="")
    one.refresh_from_db()
    assert (one.place, one.until) == ("Eingang", None)
    assert 'value="Eingang"' in page.text


@pytest.mark.parametrize("until", ["31.02.2027", "2027-02-31", "morgen"])
def test_what_is_no_day_is_told_and_nothing_is_lost(tap, until):
    tap(place="Café")
    assert "Dieses Datum gibt es nicht." in tap(place="Flur", until=until).text
    assert HandOff.objects.get().place == "Café"


def test_by_the_link_in_a_mail_or_the_code_on_paper(client, row):
    path = reverse("partner:done", args=[tokens.done_token(row, "qr")])
    client.post(path, {"how": "put_up"})
    client.post(path, {"how": "put_up", "place": "Gemeindesaal", "until": "2099-01-31"})
    assert HandOff.objects.get().place == "Gemeindesaal"
    assert (
        "Dieses Datum gibt es nicht." in client.post(path, {"how": "put_up", "place": "", "until": "x"}).text
    )


def test_long_places_are_cut(tap):
    tap(place="Café " * 100)
    assert len(HandOff.objects.get().place) <= 120


def test_staff_see_what_hangs_and_what_is_due(reader: Client, row, editor):
    assert "Noch hängt nichts" in reader.get(PAGE).text
    handing_off.record(row, "put_up", "page")
    handing_off.say_where(row, "Café", (today() + datetime.timedelta(days=3)).isoformat())
    page = reader.get(PAGE).text
    for words in ("Sachbearbeitung Wohngeld", "Verein Brücke", "Café", "hängt"):
        assert words in page
    assert "sollte abgenommen werden" not in page
    Delivery.objects.update(state="sent")
    publishing.close(row.posting, by=editor)
    page = reader.get(PAGE).text
    assert "Ein Aushang sollte abgenommen werden." in page and "Sie ist geschlossen oder vorbei." in page
    assert "Davon gibt es gerade keine." in reader.get(PAGE, {"stand": "down"}).text


def test_the_closing_notice_names_the_place(row, editor):
    handing_off.record(row, "put_up", "page")
    handing_off.say_where(row, "Café & Saal", "")
    Delivery.objects.update(state="sent")
    publishing.close(row.posting, by=editor)
    said = Delivery.objects.get(action="close").rendition
    assert "ein Aushang dazu (Café & Saal). Nehmen Sie ihn bitte ab?" in said["text"]
    assert "(Café &amp; Saal)" in said["html"]


def test_a_day_that_is_over_is_asked_about(client, row):
    handing_off.record(row, "put_up", "page")
    handing_off.say_where(row, "", (today() - datetime.timedelta(days=1)).isoformat())
    (notice,) = notices.register(today())
    assert (notice.standing, notice.why) == ("due", "Der genannte Tag ist vorbei.")
    page = client.get(reverse("partner:page", args=[tokens.page_token(row.channel.partner)])).text
    assert "Bitte abnehmen" in page


def test_taken_down_from_the_register(outreach: Client, reader: Client, row):
    handing_off.record(row, "put_up", "page")
    handing_off.say_where(row, "", "2020-01-01")
    paper = HandOff.objects.get()
    answer = outreach.post(reverse("channels:taken_down", args=[paper.pk]), {"back": "notices"})
    assert answer["Location"] == PAGE
    assert [one.standing for one in notices.register(today())] == ["down"]
    assert "Ist abgenommen" not in reader.get(PAGE).text


def test_a_table_in_which_nothing_becomes_a_formula(reader: Client, row):
    handing_off.record(row, "put_up", "page")
    handing_off.say_where(row, "=HYPERLINK(1)", "2099-01-31")
    answer = reader.get(f"{PAGE}tabelle.csv")
    lines = answer.text.removeprefix("\ufeff").splitlines()
    assert lines[0].startswith("Stelle oder Veranstaltung;Partner;Ort;Hängt seit;Bis;Stand")
    assert "'=HYPERLINK(1)" in lines[1] and "31. Januar 2099" in lines[1]
    assert answer["Content-Disposition"] == 'attachment; filename="aushaenge.csv"'
