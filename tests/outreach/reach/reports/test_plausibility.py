"""Floods and openings nobody could tell apart are told where the figures stand."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.template import Context, Template
from django.utils import translation

from channels.models import Channel, Partner
from outreach.reach import released
from outreach.reach.released.marks import least_share
from outreach.reach.reports import plausibility
from postings.models import Posting

pytestmark = pytest.mark.django_db
FLOOD = "auffallend viele Aufrufe auf einmal"


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def partner():
    return Partner.objects.create(name="Verein", kind="association", email="v@x.example", status="active")


@pytest.fixture
def channels(partner):
    return [
        str(Channel.objects.create(key=key, name=f"Kanal {key}", kind="job_page", partner=of).pk)
        for key, of in (("radio", partner), ("verein", None), ("schule", None))
    ]


@pytest.fixture
def figures(publish, channels, posting):
    """The radio was flooded in the second quarter; half of the school is unclear; the club is small."""
    radio, verein, schule = channels
    labels = {"channel": {radio: "Kanal radio", verein: "Kanal verein", schule: "Kanal schule"}}
    ad = str(posting.pk)
    publish(
        "posting-channel", ("posting", "channel"), {(ad, radio): 5012, (ad, verein): 41, (ad, schule): 22}
    )
    publish(
        "kind-quarter",
        ("kind", "channel"),
        {
            ("person", radio): 5012, ("burst", radio): 900, ("uncertain", radio): 12,
            ("person", verein): 41, ("burst", verein): 3, ("uncertain", verein): 5,
            ("person", schule): 22, ("burst", schule): 0, ("uncertain", schule): 23,
        },
        labels=labels,
    )  # fmt: skip
    return channels


def test_the_least_share_of_two_brackets():
    assert least_share((5, 9), (5, 9)) == 5 / 14
    assert least_share((0, 4), (0, 4)) == 0
    assert least_share((5, 9), (5, None)) == least_share(None, (5, 9)) == least_share((5, 9), None) == 0


def test_marks_follow_from_the_published_table(figures):
    radio, _verein, schule = figures
    table = released.latest("kind-quarter")
    for mark in released.marks():
        part, people = table.cells[mark.why, mark.channel], table.cells["person", mark.channel]
        assert mark.share == part.lower / (part.lower + people.upper)
    assert {(mark.channel, mark.why, mark.quarter) for mark in released.marks()} == {
        (radio, "burst", "2026-Q2"),
        (schule, "uncertain", "2026-Q2"),
    }


def test_before_the_first_quarter_it_is_too_early(channels):
    assert released.marks() is None
    assert "sobald das erste Quartal" in plausibility.state(None)
    assert "Nichts Auffälliges" in plausibility.state(())


def test_pages_say_it_once_and_mark_the_row(reader, figures):
    for address in ("/reichweite/", "/reichweite/fragen/kanaele/"):
        page = reader.get(address).content.decode()
        assert page.count("Mit Vorsicht lesen") == 1
        assert FLOOD in page and "2. Quartal 2026" in page and "mindestens 45 %" in page
    assert ">Hinweis</th>" in page and ">auffallend viele auf einmal</td>" in page
    assert "Wer zweimal öffnet, zählt zweimal" in page


def test_only_channels_the_figures_are_about(reader, figures):
    _radio, verein, schule = figures
    page = reader.get(f"/reichweite/fragen/kanaele/?teil={schule}").content.decode()
    assert FLOOD not in page and "Mit Vorsicht lesen" in page
    page = reader.get(f"/reichweite/fragen/kanaele/?teil={verein}").content.decode()
    assert "Mit Vorsicht lesen" not in page and "Nichts Auffälliges" in page


def test_an_ad_of_another_quarter_is_not_meant(reader, figures, posting):
    address = f"/reichweite/{posting.pk}/"
    for moment, told in (("2026-05-06T10:00:00+02:00", True), ("2026-08-05T10:00:00+02:00", False)):
        Posting.objects.filter(pk=posting.pk).update(published_at=moment)
        assert (FLOOD in reader.get(address).content.decode()) is told
        rows = reader.get("/reichweite/tabelle.csv").getvalue().decode().splitlines()
        assert any(row.endswith(";jedes Öffnen zählt;auffallend viele auf einmal") for row in rows) is told


def test_files_have_the_column_and_the_sentence(reader, figures):
    text = reader.get("/reichweite/fragen/kanaele/datei.csv").content.decode()
    assert "Hinweis" in text.splitlines()[0] and FLOOD in text and "viele unklar" in text
    book = openpyxl.load_workbook(io.BytesIO(reader.get("/reichweite/fragen/kanaele/datei.xlsx").content))
    assert "Hinweis" in [cell.value for cell in book.worksheets[1][1]]
    assert any(FLOOD in str(row[1].value) for row in book.worksheets[0].iter_rows(min_row=2))


def test_partners_hear_of_their_own_links_alone(figures, partner):
    show = Template("{% load partner_reach %}{% own_reach partner %}")
    assert FLOOD in show.render(Context({"partner": partner}))
    Channel.objects.update(partner=None)
    Channel.objects.filter(name="Kanal verein").update(partner=partner)
    text = show.render(Context({"partner": partner}))
    assert "geöffnet" in text and FLOOD not in text and "unklar" not in text


def test_in_english(figures):
    with translation.override("en"):
        text = plausibility.state(tuple(released.marks()))
    assert "quarter 2 of 2026" in text and "Quartal" not in text
