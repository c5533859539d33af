"""Keys for the city's technicians, and reports as tables."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from outreach.people.models import Role
from outreach.reach.funnel import keys, spreadsheet
from outreach.reach.funnel.models import Correction, PortalKey, Report, ReportedCount
from tests.outreach.reach.funnel.conftest import row

pytestmark = pytest.mark.django_db
GOOD = """Kanal-Code;Stelle;Schritt;Zeitraum;Anzahl
k7m2pxwd;;begonnen;2026-W47;12
;https://jobs.example/stellen/wohngeld/;abgeschickt;2026-W47;3
"""


@pytest.fixture
def admin(client, person):
    someone = person(Role.ADMINISTRATOR)
    client.force_login(someone)
    return someone


@pytest.fixture
def teller(client, person):
    someone = person(Role.REPORTING)
    client.force_login(someone)
    return someone


def post(client, **fields):
    return client.post(reverse("reach:portal_table"), fields)


def test_a_key_is_shown_once(client, admin):
    answer = client.post(reverse("reach:portal_key"), {"name": "Portal"})
    (secret,) = re.findall(r'value="(whsec_[^"]+)"', answer.content.decode())
    assert answer["Cache-Control"] == "no-store"
    assert PortalKey.objects.get().secret["key"] == secret
    assert secret not in client.get(reverse("reach:portal")).content.decode()


def test_a_key_needs_a_name(client, admin):
    answer = client.post(reverse("reach:portal_key"), {"name": " "})
    assert answer.status_code == 422 and not PortalKey.objects.exists()


def test_keys_are_replaced_and_revoked(client, admin):
    old, _secret = keys.issue("Portal", admin)
    answer = client.post(reverse("reach:portal_key_replace", args=[old.pk]))
    assert "whsec_" in answer.content.decode() and "gilt noch bis" in answer.content.decode()
    new = PortalKey.objects.latest("pk")
    client.post(reverse("reach:portal_key_revoke", args=[new.pk]))
    client.post(reverse("reach:portal_key_revoke", args=[old.pk]))
    page = client.get(reverse("reach:portal")).content.decode()
    assert "Es gibt noch keinen Schlüssel" in page and "Frühere Schlüssel" in page
    assert client.post(reverse("reach:portal_key_replace", args=[old.pk])).status_code == 404


def test_the_page_tells_how_to_connect(client, admin):
    page = client.get(reverse("reach:portal")).content.decode()
    assert "/freiwillig/de/#" in page and "hmac" in page
    assert "/api/v1/funnel/reports/" in page and "?k=k7m2pxwd" in page and "finished" in page


def test_a_table_first_shows_what_would_happen(client, teller, link):
    page = post(client, step="check", text=GOOD).content.decode()
    assert "2 neu, 0 berichtigt, 0 wie bisher" in page and "Noch ist nichts gespeichert" in page
    assert not Report.objects.exists()


def test_then_it_is_taken_in_once(client, teller, link):
    page = post(client, step="check", text=GOOD).content.decode()
    (name,) = re.findall(r'name="name" value="([^"]+)"', page)
    for _press in range(2):
        assert post(client, step="take", text=GOOD, name=name).status_code == 302
    report = Report.objects.get()
    assert (report.name, report.by, report.added) == (name, teller, 2)
    assert ReportedCount.objects.get(link=None).total == 3
    assert name in client.get(reverse("reach:portal_table")).content.decode()


def test_the_same_table_later_changes_nothing_and_an_older_one_corrects_back(client, teller, link):
    for text in (GOOD, GOOD, GOOD.replace(";12", ";11"), GOOD):
        post(client, step="take", text=text)
    assert list(Correction.objects.values_list("old", "new")) == [(12, 11), (11, 12)]


def test_a_correction_is_announced_without_the_old_number(client, teller, link):
    post(client, step="take", text=GOOD.replace(";12", ";8765"))
    page = post(client, step="check", text=GOOD).content.decode()
    assert "1 berichtigt" in page and "8765" not in page and "8.765" not in page


def test_wrong_lines_are_shown_and_stop_everything(client, teller, link):
    text = GOOD + "zzzzzzzz;;begonnen;2026-W47;1\nk7m2pxwd;;begonnen;2026-W46;viele\n"
    answer = post(client, step="take", text=text)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "„viele“ ist keine ganze Zahl" in page
    page = post(client, step="check", text=text.replace("viele", "1")).content.decode()
    assert "Den Kanal-Code „zzzzzzzz“ kennen wir nicht" in page and "1 Zeile mit Fehler" in page
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Bitte wählen Sie eine Datei"),
        ("Anzahl\n3", "Diese Überschriften fehlen in der ersten Zeile: Schritt, Zeitraum"),
        ("Schritt;Zeitraum;Anzahl\nbegonnen;2026-W47;1", "Kanal-Code oder Stelle"),
        ("Code;Schritt;Zeitraum;Anzahl", "Unter den Überschriften steht nichts"),
    ],
)
def test_what_is_no_table_is_said(client, teller, text, said):
    answer = post(client, step="check", text=text)
    assert answer.status_code == 422 and said in answer.content.decode()


def test_cells_are_read_as_people_write_them(link):
    text = "code\tstep\tperiod\tcount\nK7M2PXWD\tBegonnen\t2026-w47\t7\nk7m2pxwd\tfinished\t2026-w47\t-2"
    first, second = spreadsheet.preview(text).lines
    assert first.row == row(7)
    assert second.errors == ["Eine Anzahl kann nicht kleiner als 0 sein."]


def test_nothing_in_a_table_becomes_html(client, teller, link):
    page = post(client, step="check", text=GOOD + "<b>;;<i>;<u>;<s>").content.decode()
    assert "&lt;b&gt;" in page and "<b>" not in page
