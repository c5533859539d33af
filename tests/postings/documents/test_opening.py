"""Which reader takes which file, and what people are told about files nobody can read."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.documents import DocumentError, extract
from postings.documents.document import MAX_BYTES
from postings.documents.opening import READERS
from tests.postings.documents import samples

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
WORD = samples.word(lambda document: document.add_paragraph("Guten Tag"))
ODT = samples.odt("<text:p>Guten Tag</text:p>")
PDF = samples.pdf_lines([("Guten Tag", "F1", 11)])


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"Guten Tag", "text"),
        ("a.md", b"Guten Tag", "markdown"),
        ("a.html", b"<p>Guten Tag</p>", "html"),
        ("A.HTM", b"<p>Guten Tag</p>", "html"),
        ("a.docx", WORD, "docx"),
        ("a.odt", ODT, "odt"),
        ("a.pdf", PDF, "pdf"),
        ("-", b"Guten Tag", "text"),
        ("-", b"<!DOCTYPE html><p>Guten Tag</p>", "html"),
        ("-", WORD, "docx"),
        ("falsch.txt", PDF, "pdf"),
        ("falsch.docx", ODT, "odt"),
        ("ohne", b"Guten Tag", "text"),
    ],
)
def test_the_content_decides(name, data, kind):
    document = extract(name, data)
    assert (document.format, document.text.strip()) == (kind, "Guten Tag")


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.txt", b"", "empty", "Die Datei ist leer"),
        ("a.txt", b" \r\n ", "empty", "Die Datei ist leer"),
        ("a.docx", b"\x00\x01\x02 binary \xff" * 50, "wrong-content", "ist aber keine solche Datei"),
        ("a.pdf", b"Guten Tag", "wrong-content", "ist aber keine solche Datei"),
        ("a.txt", b"\x00\x01\x02\xff" * 50, "binary", "keine Textdatei"),
        ("a.txt", "Größe".encode("latin-1"), "encoding", "nicht in UTF-8"),
        ("a.doc", OLE, "unsupported", "speichern Sie sie als .docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password", "mit einem Passwort geschützt"),
        ("a.rtf", b"{\\rtf1 Guten Tag}", "unsupported", "RTF"),
        ("a.zip", samples.packed({"x.txt": "x"}), "unsupported", "kein Textdokument"),
        ("a.docx", WORD[: len(WORD) // 2], "damaged", "beschädigt"),
        ("a.docx", b"PK\x03\x04 nothing more", "damaged", "beschädigt"),
        ("a.txt", b"a" * (MAX_BYTES + 1), "too-big", "größer als 10 MB"),
        ("a.txt", b"abcde fgh\n" * 200_000, "too-long", r"2\.000\.000 Zeichen"),
        ("a.html", b"<p> <script>x()</script>", "no-text", "kein Text"),
    ],
)
def test_unusable_files_are_told_in_words(name, data, code, words):
    with pytest.raises(DocumentError, match=words) as caught:
        extract(name, data)
    assert caught.value.code == code
    assert str(caught.value) == caught.value.message


@pytest.mark.parametrize("suffix", READERS)
@given(data=st.binary(max_size=300))
@settings(max_examples=40, deadline=None)
def test_no_bytes_crash_a_reader(suffix, data):
    for start in (b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", codecs.BOM_UTF16_LE):
        try:
            assert extract(f"a{suffix}", start + data).text.strip()
        except DocumentError as error:
            assert error.message.endswith(".")


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_no_broken_file_crashes_a_reader(data):
    whole = data.draw(st.sampled_from([WORD, ODT, PDF]))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + data.draw(st.binary(min_size=1, max_size=8)) + whole[at + 1 :]
    try:
        extract("a", broken)
    except DocumentError as error:
        assert error.message.endswith(".")
