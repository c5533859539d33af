import io

import pytest
from pypdf import PdfReader, PdfWriter

from postings.documents import DocumentError, extract
from tests.postings.documents import samples

AD = [
    ("Sachbearbeitung Wohngeld (m/w/d)", "F1", 18),
    ("", "F1", 11),
    ("Die Stadt sucht Menschen, die andere gern beraten und die An-", "F1", 11),
    ("träge auf Wohngeld schnell und freundlich bearbeiten, im Sozial-", "F1", 11),
    ("und Jugendamt.", "F1", 11),
    ("Ihre Aufgaben", "F2", 11),
    ("• Sie beraten am Telefon und am Schalter, auch in einfacher Spra-", "F1", 11),
    ("che und geduldig", "F1", 11),
    ("• Sie entscheiden", "F1", 11),
    ("1", "F1", 11),
]


def protected(**options) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.pdf_lines(AD))))
    writer.encrypt(algorithm="AES-256", **options)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_lines_become_headings_paragraphs_and_items():
    text = extract("a.pdf", samples.pdf_lines(AD)).text
    assert text == (
        "## Sachbearbeitung Wohngeld (m/w/d)\n\n"
        "Die Stadt sucht Menschen, die andere gern beraten und die Anträge auf Wohngeld schnell und "
        "freundlich bearbeiten, im Sozial- und Jugendamt.\n\n"
        "**Ihre Aufgaben**\n\n"
        "- Sie beraten am Telefon und am Schalter, auch in einfacher Sprache und geduldig\n"
        "- Sie entscheiden"
    )


def test_a_file_that_only_forbids_printing_is_read():
    assert "Wohngeld" in extract("a.pdf", protected(user_password="", owner_password="x")).text


def test_a_password_is_told():
    with pytest.raises(DocumentError, match="mit einem Passwort geschützt") as caught:
        extract("a.pdf", protected(user_password="x"))
    assert caught.value.code == "password"


def test_a_scan_is_told():
    with pytest.raises(DocumentError, match="wahrscheinlich ist sie ein Scan") as caught:
        extract("a.pdf", samples.pdf("q 100 0 0 100 0 0 cm Q"))
    assert caught.value.code == "no-text"


def test_a_bomb_is_refused():
    with pytest.raises(DocumentError, match="ungewöhnlichen Größe") as caught:
        extract("a.pdf", samples.pdf("BT /F1 9 Tf " + "(aaaaaaaaaa) Tj " * 2_000_000 + "ET"))
    assert caught.value.code == "too-big"


def test_nothing_is_logged(capfd):
    with pytest.raises(DocumentError, match="beschädigt"):
        extract("a.pdf", b"%PDF-1.4\nstartxref\n7\n%%EOF")
    assert capfd.readouterr() == ("", "")
