"""Finds the reader of a file by what is in it; its name decides only between kinds of text."""

from __future__ import annotations

import importlib
from pathlib import PurePath

from django.utils.translation import gettext as _

from postings.documents.cleaning import too_long
from postings.documents.document import MAX_BYTES, MAX_CHARACTERS, Document, DocumentError
from postings.documents.parts import packages

#: Suffix -> the module in this folder that reads it. Each has `extract(data: bytes) -> str`.
READERS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
}
_PACKED = {"docx", "odt", "pdf"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word until 2003, and today's Word files with a password


def extract(name: str, data: bytes) -> Document:
    """The text of a file. Raises DocumentError with a sentence for people."""
    if not data.strip():
        raise DocumentError(_("Die Datei ist leer. Bitte wählen Sie eine Datei mit Text."), "empty")
    if len(data) > MAX_BYTES:
        raise DocumentError(
            _(
                "Die Datei ist größer als {limit} MB und wird deshalb nicht geöffnet. "
                "Bitte entfernen Sie große Bilder oder speichern Sie nur den Text."
            ).format(limit=MAX_BYTES // 1_000_000),
            "too-big",
        )
    kind = _kind(name, data)
    text = importlib.import_module(f"postings.documents.{kind}").extract(data)
    return Document(_usable(text), kind)


def _kind(name: str, data: bytes) -> str:
    suffix = PurePath(name).suffix.lower()
    expected = READERS.get(suffix)
    seen = _sniffed(data)
    if seen:
        return seen
    if expected in _PACKED:
        raise DocumentError(
            _(
                "Die Datei heißt „{suffix}“, ist aber keine solche Datei oder ist beschädigt. "
                "Bitte öffnen Sie sie im Schreibprogramm und speichern Sie sie neu."
            ).format(suffix=suffix),
            "wrong-content",
        )
    if expected:
        return expected
    return "html" if _looks_like_html(data) else "text"


def _sniffed(data: bytes) -> str | None:
    """The kind that the first bytes tell for certain."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        raise _old_word(data)
    if data.startswith(b"{\\rtf"):
        raise DocumentError(
            _("Dateien im Format RTF kann der Dienst nicht lesen. Bitte speichern Sie die Datei als .docx."),
            "unsupported",
        )
    if data.startswith(b"PK"):
        return packages.kind(data)
    return None


def _old_word(data: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return packages.password()
    return DocumentError(
        _("Das ist eine Datei aus einem alten Word (.doc). Bitte speichern Sie sie als .docx."), "unsupported"
    )


def _looks_like_html(data: bytes) -> bool:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def _usable(text: str) -> str:
    if not text.strip():
        raise DocumentError(
            _("In der Datei steht kein Text. Bitte wählen Sie eine Datei mit Text."), "no-text"
        )
    if len(text) > MAX_CHARACTERS:
        raise too_long(text)
    return text
