"""Opens packed files (.docx, .odt) safely: no bombs, no doctype tricks, no passwords."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from postings.documents.document import MAX_UNPACKED, DocumentError

_MAX_ENTRIES = 5_000
_MAX_DEPTH = 150  # Word's own files stay under 40; readers walk the tree by recursion
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)


def damaged() -> DocumentError:
    """The error for a file whose inside cannot be read."""
    return DocumentError(
        _(
            "Die Datei ist beschädigt und lässt sich nicht lesen. "
            "Bitte öffnen Sie sie im Schreibprogramm und speichern Sie sie neu."
        ),
        "damaged",
    )


def password() -> DocumentError:
    """The error for a file that asks for a password."""
    return DocumentError(
        _(
            "Die Datei ist mit einem Passwort geschützt. "
            "Bitte speichern Sie sie ohne Passwort und laden Sie sie erneut hoch."
        ),
        "password",
    )


def kind(data: bytes) -> str:
    """`docx` or `odt`, told by the entries of the package."""
    names = Package(data).names
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names or "encrypted-package" in names:
        return "odt"
    raise DocumentError(
        _(
            "Die Datei ist kein Textdokument, sondern zum Beispiel ein ZIP-Archiv oder eine Tabelle. "
            "Bitte wählen Sie eine Datei im Format .docx, .odt, .pdf, .html, .md oder .txt."
        ),
        "unsupported",
    )


class Package:
    """A ZIP file that is known to stay small when it is unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE:
            raise damaged() from None
        entries = self._zip.infolist()
        self._left = MAX_UNPACKED
        if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise bomb()
        if any(entry.flag_bits & 1 for entry in entries):
            raise password()
        self.names = {entry.filename for entry in entries}

    def read(self, name: str) -> bytes:
        """One entry. The sizes that a package tells may lie, so what comes out is counted."""
        try:
            with self._zip.open(name) as entry:
                data = entry.read(self._left + 1)
        except _UNREADABLE:
            raise damaged() from None
        self._left -= len(data)
        if self._left < 0:
            raise bomb()
        return data

    def xml(self, name: str) -> Element:
        """One entry as XML: no doctype, no entities, no abyss of nested elements."""
        try:
            root = fromstring(self.read(name), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            raise damaged() from None
        if _deeper_than(root, _MAX_DEPTH):
            raise damaged()
        return root


def _deeper_than(root: Element, limit: int) -> bool:
    level = [root]
    for _depth in range(limit):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def bomb() -> DocumentError:
    """The error for a small file with an enormous inside."""
    return DocumentError(
        _(
            "Die Datei entpackt sich zu einer ungewöhnlichen Größe und wird zur Sicherheit nicht geöffnet. "
            "Bitte speichern Sie den Text in einer neuen Datei."
        ),
        "too-big",
    )
