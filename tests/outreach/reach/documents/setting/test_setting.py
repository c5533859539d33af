"""One description, two files: a tagged PDF in reading order, a Word file with styles."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile

import docx as python_docx
import pypdf
import pytest

from outreach.reach.documents import setting
from outreach.reach.documents.setting import (
    Bullets,
    Chart,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Table,
)

ODD = 'A <b> & "c" *d* #set text(red) $x$ _e_ \\ ]'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><rect width="10" height="4"/></svg>'


def document(rows: int = 3, language: str = "de", direction: str = "ltr") -> Document:
    return Document(
        title=f"Titel {ODD}",
        author="Stadt Musterstadt",
        language=language,
        direction=direction,
        day="22. November 2026",
        over="Musterstadt",
        blocks=(
            Heading("Überschrift eins"),
            Paragraph("Ein erster Satz.", "lead"),
            Bullets(("Punkt eins", "Punkt zwei")),
            Facts((Fact("Adresse", "daten@stadt.example", "mailto:daten@stadt.example"), Fact("Ort", ODD))),
            Notice("Nicht genug Daten", "Das sagen wir ehrlich."),
            Heading("Unterpunkt", level=2),
            Chart(SVG, alt="Ein Balken", caption="Ein Bild"),
            Table(
                "Eine Tabelle",
                (Column("Stelle", weight=3), Column("Zahl", numeric=True)),
                tuple((f"Stelle {number}", str(number * 5)) for number in range(rows)),
                note="Gerundet.",
            ),
            Paragraph("Der letzte Satz.", "small"),
        ),
    )


def read(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made))


def words(made: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(made).pages))


def structure(made: bytes) -> list[str]:
    """The tags in reading order."""
    found: list[str] = []

    def walk(element) -> None:
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            for one in element:
                walk(one)
        elif isinstance(element, dict):
            if "/S" in element:
                found.append(str(element["/S"]))
            if "/K" in element:
                walk(element["/K"])

    walk(read(made).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_a_tagged_pdf():
    root = read(setting.pdf(document())).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_every_block_has_its_tag():
    tags = structure(setting.pdf(document()))
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= set(tags)
    assert tags.count("/TH") == 2
    assert tags.count("/TD") == 6


def test_its_words_stand_in_reading_order():
    told = words(setting.pdf(document()))
    expected = [
        "Musterstadt",
        "Titel",
        "Überschrift eins",
        "erster Satz",
        "Punkt eins",
        "Punkt zwei",
        "Adresse",
    ]
    expected += [
        "Nicht genug Daten",
        "Unterpunkt",
        "Eine Tabelle",
        "Stelle 0",
        "Stelle 2",
        "Gerundet",
        "Der letzte",
    ]
    places = [told.find(word) for word in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_what_looks_like_markup_is_taken_literally():
    assert ODD in words(setting.pdf(document()))


def test_a_long_table_repeats_its_head_on_every_page():
    made = read(setting.pdf(document(rows=120)))
    assert len(made.pages) > 2
    assert all("Zahl" in page.extract_text() for page in list(made.pages)[:-1])


def test_from_right_to_left():
    made = setting.pdf(document(language="ar", direction="rtl"))
    assert read(made).trailer["/Root"]["/Lang"] == "ar"
    assert read(made).trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


@pytest.mark.parametrize("make", [setting.pdf, setting.docx], ids=["pdf", "docx"])
def test_the_same_words_give_the_same_bytes(make):
    assert make(document()) == make(document())


def test_a_character_without_a_glyph_costs_no_report():
    made = Document(
        "Übersetzung 日本 🎉 für Ämter", "x", "de", "ltr", "heute", (Paragraph("Ein Satz – “so”."),)
    )
    assert "Übersetzung ?? ? für Ämter" in words(setting.pdf(made))
    assert "Ein Satz – “so”." in words(setting.pdf(made))


def test_what_cannot_be_set_is_told_in_words():
    with pytest.raises(setting.SettingError):
        setting.pdf(Document("T", "x", "keine Sprache", "ltr", "heute", ()))


def test_word_reads_styles_tables_and_links():
    made = python_docx.Document(io.BytesIO(setting.docx(document())))
    styles = {paragraph.style.name for paragraph in made.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet", "Caption", "Notice"} <= styles
    assert made.core_properties.title == document().title
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Stelle", "Zahl"]
    assert [cell.text for cell in table.rows[3].cells] == ["Stelle 2", "10"]
    assert [relation.target_ref for relation in made.part.rels.values() if relation.is_external] == [
        "mailto:daten@stadt.example"
    ]


def test_word_shows_the_drawing_and_tells_it_in_words():
    made = setting.docx(document())
    (shape,) = python_docx.Document(io.BytesIO(made)).inline_shapes
    assert shape._inline.docPr.get("descr") == "Ein Balken"
    assert shape.height / shape.width == pytest.approx(0.4, abs=0.01)
    picture = zipfile.ZipFile(io.BytesIO(made)).read("word/picture0.png")
    assert picture.startswith(b"\x89PNG")


def test_word_gets_no_character_xml_forbids():
    made = setting.docx(Document("A\x0bB", "x", "de", "ltr", "x", (Paragraph("\x00\x1f\ufffe ok"),)))
    assert "AB" in python_docx.Document(io.BytesIO(made)).paragraphs[0].text


def test_the_first_part_names_the_types():
    names = zipfile.ZipFile(io.BytesIO(setting.docx(document()))).namelist()
    assert names[0] == "[Content_Types].xml"


@pytest.mark.long
def test_libreoffice_opens_it_whole(tmp_path):
    (tmp_path / "paper.docx").write_bytes(setting.docx(document(rows=60)))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/home",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "paper.docx"], check=True, capture_output=True)
    told = words((tmp_path / "paper.pdf").read_bytes())
    for word in ("Überschrift eins", "Punkt zwei", ODD, "Stelle 59", "Gerundet", "Der letzte Satz"):
        assert word in told
