"""Files in one .zip: the same files give the same bytes, under names every device can write."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable

from channels.languages import Language

#: Fixed, so that the same package has the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_PRESSED = (".pdf", ".png")


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A .zip; pictures and PDFs are pressed already and only stored."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            how = zipfile.ZIP_STORED if name.endswith(_PRESSED) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content, how)
    return out.getvalue()


def file_name(title: str) -> str:
    """A title as the name of a file on any device: plain letters, no surprises."""
    plain = unicodedata.normalize("NFKD", title.translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60] or "Paket"


def folder_name(language: Language) -> str:
    """ "uk-Ukrainisch": readable where no font shows the language's own name."""
    return f"{language.code}-{file_name(language.german_name)}"
