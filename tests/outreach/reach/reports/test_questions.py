"""Every question: its page, its chart, its files, with figures and without."""

from __future__ import annotations

import io

import openpyxl
import pypdf
import pytest
from django.urls import reverse

from channels.models import Channel, Partner
from outreach.reach.charts import theme
from outreach.reach.models import ReleasedFigure
from outreach.reach.reports.questions import NoSuchPart, questions

pytestmark = pytest.mark.django_db
KEYS = list(questions())


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def channels(db):
    partner = Partner.objects.create(name="Verein Brücke", kind="association", email="v@x.example")
    names = {"radio": None, "verein": partner, "schule": None}
    return {
        key: str(Channel.objects.create(key=key, name=f"Kanal {key}", kind="job_page", partner=of).pk)
        for key, of in names.items()
    }


@pytest.fixture
def figures(publish, channels, posting, invitation):
    """Quarters and the running table, with one clear winner, two alike and one hidden."""
    radio, verein, schule = channels.values()
    ad = str(posting.pk)
    publish("posting-channel", ("posting", "channel"), {(ad, radio): 212, (ad, verein): 41, (ad, schule): 2})
    day = str(invitation.pk)
    publish("event-channel", ("event", "channel"), {(day, radio): 87, (day, verein): 24, (day, schule): 3})
    for quarter, months in (("2026-Q1", ("2026-01", "2026-02")), ("2026-Q2", ("2026-04", "2026-05"))):
        publish(
            "family-channel",
            ("family", "channel"),
            {
                ("care", radio): 212,
                ("care", verein): 41,
                ("care", schule): 38,
                ("it", radio): 3,
                ("it", schule): 1,
            },
            quarter,
        )
        publish(
            "language-channel", ("language", "channel"), {("tr", verein): 90, ("de", radio): 300}, quarter
        )
        publish(
            "district-channel",
            ("district", "channel"),
            {("Mitte", verein): 90, ("+", radio): 4},
            quarter,
            {"district": {"+": "mehrere Stadtteile"}},
        )
        kinds = {("person", radio): 250, ("uncertain", radio): 25, ("bot", radio): 100}
        publish("kind-quarter", ("kind", "channel"), kinds, quarter)
        counts = {(month, radio): 50 + 90 * number for number, month in enumerate(months)}
        publish("channel-month", ("month", "channel"), {**counts, (months[0], verein): 9}, quarter)


def words(reply) -> str:
    assert reply.status_code == 200
    return " ".join(reply.content.decode().split())


def address(key: str, part: str = "") -> str:
    return reverse("reach:question", args=[key]) + (f"?teil={part}" if part else "")


@pytest.mark.parametrize("key", KEYS)
def test_without_figures_it_says_so_calmly(reader, key):
    page = words(reader.get(address(key)))
    assert "Noch nicht genug Daten" in page
    assert "<img" not in page
    for kind in ("xlsx", "csv", "pdf"):
        assert reader.get(reverse("reach:file", args=[key, kind])).status_code == 200
    assert reader.get(reverse("reach:chart", args=[key, "wide"])).status_code == 404
    with pytest.raises(NoSuchPart):
        questions()[key].report("gibt-es-nicht")


WITH_FIGURES = [key for key in KEYS if key not in {"kosten", "gemeinschaften"}]  # have tests of their own


@pytest.mark.parametrize("key", WITH_FIGURES)
def test_with_figures(reader, figures, key):
    page = words(reader.get(address(key)))
    assert page.count("<h1") == 1
    assert "style=" not in page
    assert f'src="/reichweite/fragen/{key}/bild-wide.svg" alt="Diagramm: ' in page
    for told in ("nicht Menschen", "Zeitraum", "Veröffentlicht", "Schutz", "Unsicherheit"):
        assert told in page
    for form in theme.FORMS:
        picture = reader.get(reverse("reach:chart", args=[key, form]))
        assert picture["Content-Type"].startswith("image/svg+xml")
        assert picture.content.startswith(b"<svg")


@pytest.mark.parametrize("key", WITH_FIGURES)
def test_files_hold_what_the_page_shows(reader, figures, key):
    report = questions()[key].report()
    answers = {kind: reader.get(reverse("reach:file", args=[key, kind])) for kind in ("xlsx", "csv", "pdf")}
    for kind, answer in answers.items():
        assert answer["Content-Disposition"] == f'attachment; filename="{report.file_name}.{kind}"'
        assert report.file_name.isascii()
    names = {line.cells[0] for sheet in report.sheets for line in sheet.lines}
    book = openpyxl.load_workbook(io.BytesIO(answers["xlsx"].content))
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    pdf = pypdf.PdfReader(io.BytesIO(answers["pdf"].content))
    printed = "".join("".join(page.extract_text() for page in pdf.pages).split())
    page = words(reader.get(address(key)))
    for name in names:
        assert name in cells
        assert name in answers["csv"].content.decode()
        assert "".join(name.split()) in printed
        assert name in page


def test_which_channels_work_for_this_kind_of_job(reader, figures):
    page = words(reader.get(address("berufsfelder", "care")))
    assert "Welche Kanäle wirken für „Pflege und Gesundheit“?" in page
    assert "Die meisten Aufrufe gab es über „Kanal radio“: 420 bis 428." in page
    assert "Gruppe 2: Reihenfolge nicht gesichert" in page
    assert (
        page.index('"row">Kanal radio') < page.index('"row">Kanal verein') < page.index('"row">Kanal schule')
    )
    assert "1. Januar 2026 bis 30. Juni 2026" in page


def test_nothing_is_known_of_a_family_with_small_numbers(reader, figures):
    page = words(reader.get(address("berufsfelder", "it")))
    assert "Noch nicht genug Daten: Überall waren es weniger als 5 Aufrufe" in page
    assert "0 bis 8" in page


def test_a_partner_is_the_sum_of_its_channels(reader, figures):
    partner = Partner.objects.get()
    page = words(reader.get(address("partner")))
    assert f'href="/reichweite/fragen/partner/?teil={partner.pk}"' in page
    assert "Kanal radio" not in page
    assert "Die meisten Aufrufe gab es bei „Sachbearbeitung Wohngeld“" in words(
        reader.get(address("partner", partner.pk))
    )


def test_languages_and_districts_have_names(reader, figures):
    assert "Türkisch" in words(reader.get(address("sprachen")))
    assert "mehrere Stadtteile" in words(reader.get(address("stadtteile")))
    assert reader.get(address("stadtteile", "Mitte")).status_code == 200


def test_the_uncertain_share(reader, figures):
    page = words(reader.get(address("arten")))
    assert "65 bis 68 % aller Aufrufe kamen nach unseren Merkmalen von Menschen." in page
    assert "Bei 6 bis 8 % ist unklar, wer den Link öffnete." in page


def test_the_trend_says_what_is_certain(reader, figures):
    page = words(reader.get(address("verlauf")))
    assert "begannen, haben 140 bis 144 Aufrufe" in page
    assert "Die Zunahme ist gesichert." in page
    assert page.count("<tbody>") == 3  # all, radio, verein


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("part", ["gibt-es-nicht", "*", "0", "²", "' OR 1=1", "../"])
def test_a_part_that_does_not_exist(reader, figures, key, part):
    for where in (reverse("reach:question", args=[key]), reverse("reach:file", args=[key, "csv"])):
        assert reader.get(where, {"teil": part}).status_code == 404


def test_what_does_not_exist(reader, figures):
    for path in ("fragen/quatsch/", "fragen/kanaele/datei.exe", "fragen/kanaele/bild-rund.svg"):
        assert reader.get(f"/reichweite/{path}").status_code == 404


@pytest.mark.parametrize(
    "path", ["fragen/kanaele/", "fragen/kanaele/datei.csv", "fragen/kanaele/bild-wide.svg"]
)
def test_only_staff(client, person, figures, path):
    assert client.get(f"/reichweite/{path}").status_code == 302
    client.force_login(person(name="ohne-rolle"))
    assert client.get(f"/reichweite/{path}").status_code == 403
    client.force_login(person("outreach"))
    assert client.get(f"/reichweite/{path}").status_code == 200
    assert client.post(f"/reichweite/{path}").status_code == 405


def test_a_name_that_is_a_formula_stays_a_name(reader, figures):
    Channel.objects.filter(key="radio").update(name="=1+1")
    assert ";'=1+1;" in reader.get("/reichweite/fragen/kanaele/datei.csv").content.decode()
    book = openpyxl.load_workbook(io.BytesIO(reader.get("/reichweite/fragen/kanaele/datei.xlsx").content))
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_long_tables_are_cut_on_the_page_alone(reader, publish, channels):
    radio = channels["radio"]
    publish("posting-channel", ("posting", "channel"), {(str(1000 + n), radio): 20 for n in range(320)})
    page = words(reader.get(address("stellen")))
    assert "20 weitere Zeilen stehen in der Datei." in page
    assert page.count('scope="row"') == 300
    assert reader.get("/reichweite/fragen/stellen/datei.csv").getvalue().decode().count("\r\n") > 320


def test_english(reader, figures):
    reader.post("/sprache/", {"language": "en"})
    page = words(reader.get(address("berufsfelder", "care")))
    assert "Which channels work for “Care and health”?" in page
    picture = reader.get("/reichweite/fragen/berufsfelder/bild-wide.svg").content.decode()
    assert "Openings from 1 January 2026" in picture
    assert "Openings by channel" in page and "Openings by Channel" not in page


def test_every_figure_shown_was_released(reader, figures):
    """Bounds on a page are sums of released bounds: never anything finer."""
    report = questions()["berufsfelder"].report("care")
    rows = {line.cells[0]: line.cells[1] for sheet in report.sheets for line in sheet.lines}
    for name, span in rows.items():
        channel = str(Channel.objects.get(name=name).pk)
        cells = ReleasedFigure.objects.filter(release__table="family-channel", one="care", two=channel)
        assert (span.lower, span.upper) == (sum(c.lower for c in cells), sum(c.upper for c in cells))
