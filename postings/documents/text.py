"""Plain text: UTF-8 as it is, without newline translation; UTF-16 with its byte order mark."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext as _

from postings.documents.document import DocumentError

_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def extract(data: bytes) -> str:
    """The text, character by character as it stands in the file (a byte order mark apart)."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding in ("utf-8", "utf-8-sig") and b"\x00" in data:
        raise DocumentError(
            _("Das ist keine Textdatei. Bitte wählen Sie eine Datei mit Text, zum Beispiel .docx oder .txt."),
            "binary",
        )
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise DocumentError(
            _(
                "Die Textdatei ist nicht in UTF-8 gespeichert, Umlaute wären falsch. "
                "Bitte speichern Sie sie mit der Codierung UTF-8."
            ),
            "encoding",
        ) from None
