"""First openings of a device on pages and in files: a small table, only where there are any."""

from __future__ import annotations

import io

import openpyxl
import pypdf
import pytest
from django.utils.translation import override

from channels.models import Channel
from outreach.reach.opening.configuration import CountingRules
from outreach.reach.reports.questions import questions

pytestmark = pytest.mark.django_db
KINDS = "/reichweite/fragen/arten/"
ABOUT = "nie eine Zahl von Menschen"


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def radio(publish, posting):
    pk = str(Channel.objects.create(key="radio", name="Radio", kind="job_page").pk)
    publish("posting-channel", ("posting", "channel"), {(str(posting.pk), pk): 212})
    publish("kind-quarter", ("kind", "channel"), {("person", pk): 212, ("bot", pk): 30}, "2026-Q2")
    return pk


@pytest.fixture
def told_apart(publish, radio):
    """In the second quarter within 30 minutes, in the one before within 60."""
    for minutes, quarter in ((60, "2026-Q1"), (30, "2026-Q2")):
        cells = {(f"first-{minutes}", radio): 150 + minutes, (f"other-{minutes}", radio): 61}
        publish("device-channel", ("device", "channel"), cells, quarter)
    return radio


def words(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_without_them_the_pages_are_as_before(reader, radio):
    for address in (KINDS, f"/reichweite/fragen/kanaele/?teil={radio}", "/reichweite/"):
        page = words(reader.get(address))
        assert "Erste Aufrufe" not in page and ABOUT not in page
    assert len(questions()["arten"].report().sheets) == 1


def test_by_channel_each_setting_by_itself(told_apart):
    kinds, within_30, within_60 = questions()["arten"].report().sheets
    assert "in 30 Minuten" in within_30.caption and "in 60 Minuten" in within_60.caption
    for sheet, first in ((within_30, 180), (within_60, 210)):
        lines = {line.cells[0]: line.cells[1:] for line in sheet.lines}
        assert set(lines) == {"Alle Kanäle", "Radio"}
        spans = [(span.lower, span.upper) for span in lines["Radio"]]
        assert spans == [(first, first + 4), (60, 64)]
    assert len(kinds.lines) == 2


def test_of_one_channel(reader, told_apart):
    page = words(reader.get(f"/reichweite/fragen/kanaele/?teil={told_apart}"))
    assert "Erster Aufruf eines Geräts (je Link, in 30 Minuten, in einem Serverprozess)" in page
    assert ABOUT in page and "nicht für einzelne Stellen" in page
    other = Channel.objects.create(key="neu", name="Neu", kind="job_page")
    assert questions()["kanaele"].crossing.more(str(other.pk)) == ((), ())


def test_every_file_says_which_kind_it_is(reader, told_apart):
    text = b"".join(reader.get(f"{KINDS}datei.csv"))
    assert "Erste Aufrufe: mindestens" in text.decode() and ABOUT in text.decode()
    assert "innerhalb von 30 Minuten" in text.decode() and "beim selben Serverprozess" in text.decode()
    book = openpyxl.load_workbook(io.BytesIO(b"".join(reader.get(f"{KINDS}datei.xlsx"))))
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row]
    assert "180" in cells and any(ABOUT in cell for cell in cells)
    pdf = pypdf.PdfReader(io.BytesIO(b"".join(reader.get(f"{KINDS}datei.pdf"))))
    printed = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "Weitere Aufrufe" in printed and ABOUT in printed


def test_in_english(told_apart):
    with override("en"):
        _kinds, sheet, _other = questions()["arten"].report().sheets
        notes = " ".join(questions()["arten"].report().notes)
    assert sheet.caption.startswith("First openings of a device within 30 minutes")
    assert "never a number of people" in notes and "server process" in notes


@pytest.mark.parametrize("minutes", [0, 30])
def test_the_protection_page_says_it_while_it_is_on(reader, monkeypatch, minutes):
    monkeypatch.setattr(
        "outreach.reach.reports.views.counting_rules", lambda: CountingRules(deduplicate_minutes=minutes)
    )
    page = words(reader.get("/reichweite/schutz/"))
    assert ("Wird ein Gerät wiedererkannt?" in page) == (ABOUT in page) == bool(minutes)
