"""From a file or pasted cells to lines: whatever Excel, LibreOffice or a colleague made of it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _

LARGEST = 1024 * 1024
MOST_LINES = 2000
_DELIMITERS = (";", "\t", ",")


class NoTable(Exception):  # noqa: N818 - it reads as what the file is
    """Not a table of partners; the message says what to do."""


@dataclass(frozen=True)
class Table:
    """Headings, and the rows below with the number their line has in the spreadsheet."""

    headings: list[str]
    rows: list[tuple[int, list[str]]]


def decoded(content: bytes) -> str:
    """UTF-8 and UTF-16 with a byte order mark, plain UTF-8, else what Excel for Windows writes."""
    if len(content) > LARGEST:
        raise NoTable(_("Die Datei ist zu groß: höchstens 1 MB. Bitte teilen Sie sie auf."))
    if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise NoTable(
            _(
                "Das ist keine CSV-Datei, sondern eine Datei aus Excel, Word oder einem ähnlichen Programm. "
                "Bitte öffnen Sie die Tabelle dort und wählen Sie „Speichern unter“, dann „CSV UTF-8“."
            )
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read(text: str) -> Table:
    """The table in the text. The first line with anything in it holds the headings."""
    if len(text) > LARGEST:
        raise NoTable(_("Die Tabelle ist zu groß. Bitte teilen Sie sie auf."))
    text = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in text.split("\n") if line.strip(" ;,\t")), "")
    if first.casefold().startswith("sep=") and len(first) == 5:  # Excel's own hint
        text = text.replace(first, "", 1)
        first = next((line for line in text.split("\n") if line.strip(" ;,\t")), "")
    if not first:
        raise NoTable(_("In der Tabelle steht nichts."))
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        lines = [
            (number, cells) for number, cells in enumerate(reader, 1) if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise NoTable(
            _("Die Tabelle lässt sich nicht lesen. Steht ein Anführungszeichen zu viel darin?")
        ) from error
    if not lines:
        raise NoTable(_("In der Tabelle steht nichts."))
    if len(lines) > MOST_LINES:
        raise NoTable(_("Die Tabelle hat zu viele Zeilen. Bitte teilen Sie sie auf."))
    return Table(lines[0][1], lines[1:])
