import pytest

from postings.documents import DocumentError, extract
from tests.postings.documents import samples

CONTENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:document>'


def read(fill) -> str:
    return extract("a.docx", samples.word(fill)).text


def test_headings_lists_bold_and_tables():
    def fill(document):
        document.add_heading("Sachbearbeitung", 0)
        document.add_heading("Ihre Aufgaben", 2)
        document.add_paragraph("beraten", style="List Bullet")
        document.add_paragraph("entscheiden", style="List Bullet")
        document.add_paragraph("erstens", style="List Number")
        paragraph = document.add_paragraph("Sie sind ")
        paragraph.add_run("freundlich").bold = True
        paragraph.add_run(".")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Entgelt", "E 9b"

    assert read(fill) == (
        "## Sachbearbeitung\n\n## Ihre Aufgaben\n\n- beraten\n- entscheiden\n- erstens\n\n"
        "Sie sind **freundlich**.\n\nEntgelt: E 9b"
    )


def test_deleted_text_and_comments_are_not_text():
    def fill(document):
        paragraph = document.add_paragraph("Wir suchen Sie.")
        samples.deleted_run(paragraph, "Gestrichen.")
        document.add_comment(paragraph.runs, text="Ein Kommentar", author="A")

    assert read(fill) == "Wir suchen Sie."


def test_line_breaks_and_odd_spaces():
    def fill(document):
        document.add_paragraph("eins").add_run("\u00a0zwei\u00ad\ndrei")

    assert read(fill) == "eins zwei\ndrei"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("not xml", "damaged"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + CONTENT % "&a;", "damaged"),
        (CONTENT % ("<w:body>" * 3000 + "</w:body>" * 3000), "damaged"),
        (CONTENT % "<w:body/>", "no-text"),
        (b"<a>" + b"0" * 41_000_000, "too-big"),
    ],
)
def test_tricks_are_refused(document, code):
    with pytest.raises(DocumentError) as caught:
        extract("a.docx", samples.packed({"word/document.xml": document}))
    assert caught.value.code == code


def test_a_package_that_lies_about_its_size_is_refused():
    honest = samples.packed({"word/document.xml": b"<a>" + b"0" * 41_000_000})
    size, small = (41_000_003).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    with pytest.raises(DocumentError) as caught:
        extract("a.docx", honest.replace(size, small))
    assert caught.value.code in ("too-big", "damaged")
