"""Spreadsheets, CSV and PDF hold what the page shows, and no text in them does anything."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from dataclasses import replace

import openpyxl
import openpyxl.utils.escape
import pypdf
import pytest
from django.utils import translation

from outreach.reach.charts import Bar, Bars
from outreach.reach.exports import csv_file, flat, pdf_file, xlsx_file
from outreach.reach.exports.guard import harmless
from outreach.reach.reports.document import Basis, Column, Line, Lines, Report, Sheet
from outreach.reach.reports.spans import Span

EVIL = '=HYPERLINK("https://x.example";"klick")'
BASIS = Basis(
    unit="Aufrufe, nicht Menschen",
    first=datetime.date(2026, 7, 1),
    last=datetime.date(2026, 9, 30),
    released_at=datetime.datetime(2026, 10, 6, 4, tzinfo=datetime.UTC),
    threshold=5,
    method="rounding",
    base=5,
)
SHEET = Sheet(
    "Aufrufe je Kanal: Ärzt*innen/2026 [alle]",
    (Column("Kanal"), Column("Aufrufe", "span"), Column("Kosten", "money"), Column("Stellen", "count")),
    (
        ("Gruppe 1", (Line((EVIL, Span(1190, 1194, 1190, cell=True), 12.5, 3)),)),
        (
            "Gruppe 2",
            (
                Line(("Schule", Span(0, 4, cell=True), 0.0, 1)),
                Line(("Verein „Brücke“", Span(20, None), "", 1)),
                Line(("Radio", Span(0, 12, cell=True), 1234.56, 12)),
            ),
        ),
    ),
)
CHART = Bars(
    "Aufrufe je Kanal", "Aufrufe", (("", (Bar("Schule", 0, 4, "unter 5"),)),), ("mindestens", "höchstens")
)
REPORT = Report(
    key="berufsfelder",
    title="Welche Kanäle wirken?",
    sentences=("Die meisten Aufrufe gab es über Radio.", "Das ist gesichert."),
    sheets=(SHEET, Sheet("Zweite", (Column("Monat"),), (("", (Line(("Mai",)),)),))),
    chart=CHART,
    basis=BASIS,
    notes=("-1 ist keine Formel.",),
    file_name="reichweite-berufsfelder-bis-2026-09-30",
)


def rows() -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_file.content(REPORT).decode("utf-8-sig")), delimiter=";"))


def test_csv():
    found = rows()
    assert csv_file.content(REPORT).startswith(b"\xef\xbb\xbf")
    assert found[0] == [
        "Gruppe",
        "Kanal",
        "Aufrufe",
        "Aufrufe: mindestens",
        "Aufrufe: höchstens",
        "Kosten",
        "Stellen",
    ]
    assert found[1] == ["Gruppe 1", f"'{EVIL}", "1190", "1190", "1194", "12,50", "3"]
    assert found[2] == ["Gruppe 2", "Schule", "unter 5", "0", "4", "0,00", "1"]
    assert found[3][2:5] == ["mindestens 20", "20", ""]
    assert found[4][2:5] == ["0 bis 12", "0", "12"]
    assert ["'-1 ist keine Formel."] in found
    assert ["Zeitraum", "1. Juli 2026 bis 30. September 2026"] in found


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", "\t=1", "|x", "%x", " =1", "\u00a0=1", "\ufeff@x", "\n=1"]
)
def test_no_text_is_a_formula(text):
    assert harmless(text).startswith("'")


def test_control_characters_are_left_out():
    assert harmless("a\x00b\x1bc") == "abc"


def book(**options):
    return openpyxl.load_workbook(io.BytesIO(xlsx_file.content(REPORT)), **options)


def test_xlsx():
    found = book()
    assert found.sheetnames == ["Erläuterung", "Aufrufe je Kanal  Ärzt innen", "Zweite"]
    assert found.active.title == "Aufrufe je Kanal  Ärzt innen"
    page = found.worksheets[1]
    values = [[cell.value for cell in row] for row in page.iter_rows()]
    assert values[0] == rows()[0]
    assert values[1] == ["Gruppe 1", EVIL, 1190, 1190, 1194, 12.5, 3]
    assert values[2] == ["Gruppe 2", "Schule", "unter 5", 0, 4, 0, 1]
    assert values[3][2:5] == ["mindestens 20", 20, None]
    assert page["B2"].data_type == "s"
    assert page.freeze_panes == "A2"
    assert not any(cell.data_type == "f" for sheet in found for row in sheet.iter_rows() for cell in row)
    about = [cell.value for row in found.worksheets[0].iter_rows() for cell in row if cell.value]
    assert about[:3] == [REPORT.title, *REPORT.sentences]
    assert "-1 ist keine Formel." in about


def test_a_long_workbook_is_made_while_it_is_sent():
    """The first rows are made before anything is sent: what fails, fails as a page."""
    read: list[int] = []
    lines = Lines(range(1700), lambda n: read.append(n) or Line((f"Kanal {n}", Span(n, n + 4), "", n)))
    long = replace(REPORT, sheets=(Sheet("T", SHEET.columns, (("", lines),), one_number=False), SHEET))
    with translation.override("en"):
        parts = xlsx_file.parts(long)
    assert len(read) == 500
    sent = next(parts) + next(parts)
    while len(read) == 500:
        sent += next(parts)
    assert len(read) == 1000
    sent += b"".join(parts)
    assert zipfile.ZipFile(io.BytesIO(sent)).testzip() is None
    found = openpyxl.load_workbook(io.BytesIO(sent))
    page = found.worksheets[1]
    assert (page.dimensions, page.auto_filter.ref) == ("A1:F1701", "A1:F1701")
    assert [cell.value for cell in page[1701]] == ["Kanal 1699", "1,699 to 1,703", 1699, 1703, "", 1699]
    assert [page.cell(row, 6).value for row in range(2, 1702)] == list(range(1700))
    assert found.worksheets[2]["B2"].value == EVIL
    light = openpyxl.load_workbook(io.BytesIO(sent), read_only=True).worksheets[1]
    assert (light.max_row, light.max_column) == (1701, 6)


def test_looks_of_cells():
    page = book().worksheets[1]
    assert [page.cell(2, column).number_format for column in (3, 6, 7)] == ["#,##0", '#,##0.00 "€"', "#,##0"]
    assert page["C3"].alignment.horizontal == "right" and page["B3"].alignment.wrap_text
    assert page.column_dimensions["B"].width > page.column_dimensions["A"].width


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('<b> & "x"', '<b> & "x"'),
        (" vorn und hinten ", " vorn und hinten "),
        ("a\x00b\x1bc\ufffe", "abc"),
        ("_x0041_", "_x0041_"),
        ("Zeile\nzwei\U0001f600", "Zeile\nzwei\U0001f600"),
        ("x" * 40_000, "x" * 32_767),
    ],
)
def test_any_text_can_stand_in_a_workbook(text, read):
    sheet = Sheet("T", (Column("Kanal"),), (("", (Line((text,)),)),))
    found = openpyxl.load_workbook(io.BytesIO(xlsx_file.content(replace(REPORT, sheets=(sheet,)))))
    assert openpyxl.utils.escape.unescape(found.worksheets[1]["A2"].value) == read


def test_a_table_without_rows():
    sheet = Sheet("T", (Column("Kanal"), Column("Aufrufe", "span")), (("", ()),))
    page = openpyxl.load_workbook(io.BytesIO(xlsx_file.content(replace(REPORT, sheets=(sheet,))))).worksheets[
        1
    ]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["Kanal", "Aufrufe", "Aufrufe: mindestens", "Aufrufe: höchstens"]
    ]
    assert page.auto_filter.ref is None


def test_sheet_names_are_possible_and_differ():
    taken: set[str] = set()
    names = [xlsx_file._name(name, taken) for name in ("'a/b:[c]*?'", "A b  c", "x" * 60, "X" * 60, "''")]
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_pdf():
    reader = pypdf.PdfReader(io.BytesIO(pdf_file.content(REPORT)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (
        REPORT.title,
        *REPORT.sentences,
        "1.190 bis 1.194",
        "unter 5",
        "mindestens 20",
        "12,50 €",
        "Radio",
    ):
        assert words in text, words
    assert EVIL.split(";")[0] in text.replace(" ", "").replace("HYPERLINK", "HYPERLINK")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "de"
    assert reader.metadata.title == REPORT.title


def test_the_same_report_gives_the_same_bytes():
    for module in (csv_file, xlsx_file, pdf_file):
        assert module.content(REPORT) == module.content(REPORT)


def test_a_report_without_figures():
    empty = Report(key="x", title="Frage?", sentences=("Noch nicht genug Daten.",), empty=True)
    assert "Noch nicht genug Daten." in csv_file.content(empty).decode()
    assert openpyxl.load_workbook(io.BytesIO(xlsx_file.content(empty))).sheetnames == ["Erläuterung"]
    assert len(pypdf.PdfReader(io.BytesIO(pdf_file.content(empty))).pages) == 1


def test_many_pages_repeat_their_head():
    lines = tuple(Line((f"Kanal {n}", Span(n, n + 4, n, cell=True), "", n)) for n in range(120))
    long = Report(
        key="x", title="Lang", sentences=("Viele.",), sheets=(Sheet("T", SHEET.columns, (("", lines),)),)
    )
    pages = pypdf.PdfReader(io.BytesIO(pdf_file.content(long))).pages
    assert len(pages) > 2
    assert all("Spanne" in page.extract_text() for page in pages if "Kanal 1" in page.extract_text())


def test_a_table_of_thousands_is_cut_in_the_pdf_alone(monkeypatch):
    """And only what is printed is read."""
    assert "weitere Zeile" not in str(pdf_file._data(REPORT))
    monkeypatch.setattr(pdf_file, "MOST", 3)
    read = []
    lines = Lines(range(1500), lambda n: read.append(n) or Line((f"Kanal {n}", Span(n, n + 4), "", n)))
    groups = (("Gruppe 1", lines), ("Gruppe 2", lines))
    sheet = Sheet("T", SHEET.columns, groups, one_number=False)
    long = Report(key="x", title="Lang", sentences=("Viele.",), sheets=(sheet,))
    reader = pypdf.PdfReader(io.BytesIO(pdf_file.content(long)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert len(read) == 3 and "Kanal 2" in text and "Kanal 3" not in text and "Gruppe 2" not in text
    assert "2.997 weitere Zeilen stehen in der Excel-Datei und in der CSV-Datei." in text
    assert csv_file.content(long).count(b"Kanal ") == 3000
    with translation.override("en"):
        assert pdf_file._more(1) == "1 more row is in the Excel file and in the CSV file."


def test_a_tall_chart_stays_on_its_page():
    """A chart higher than a page would begin on the next one and be cut off there."""
    bars = tuple(Bar(f"Balken {n}", n, n + 4, f"{n} bis {n + 4}") for n in range(40))
    tall = Report(
        key="x", title="Hoch", sentences=("Viele.",), chart=Bars("Hoch", "Aufrufe", (("", bars),), ("a", "b"))
    )
    pages = pypdf.PdfReader(io.BytesIO(pdf_file.content(tall))).pages
    assert len(pages) == 1


def test_in_english():
    with translation.override("en"):
        pdf = pypdf.PdfReader(io.BytesIO(pdf_file.content(REPORT)))
        assert pdf.trailer["/Root"]["/Lang"] == "en"
        assert flat.plain(1234.5) == "1,234.50 €"
