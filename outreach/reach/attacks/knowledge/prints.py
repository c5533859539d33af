"""Numbers read off pages and files, as somebody would who saves them: HTML tables, CSV, XLSX."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from typing import NamedTuple

from defusedxml import ElementTree

_NUMBER = r"(\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+)"
_FORMS = (
    (re.compile(rf"(?:unter|fewer than|under) {_NUMBER}"), "below"),
    (re.compile(rf"(?:mindestens|at least) {_NUMBER}"), "least"),
    (re.compile(rf"(?:höchstens|at most) {_NUMBER}"), "most"),
    (re.compile(rf"{_NUMBER}(?: (?:bis|to) |–){_NUMBER}"), "range"),
    (re.compile(_NUMBER), "value"),
)
_XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Read(NamedTuple):
    """A number as it stands there. `bare`: one figure alone, meant as published, not as exact."""

    lower: int
    upper: int | None
    bare: bool = False


Row = list[str]


def number(text: str) -> Read | None:
    """What a cell's text claims; None if it is no number ("verborgen", a name)."""
    text = text.strip()
    for pattern, form in _FORMS:
        if found := pattern.fullmatch(text):
            low, *high = (int(re.sub(r"\D", "", part)) for part in found.groups())
            return {
                "below": Read(0, low - 1),
                "least": Read(low, None),
                "most": Read(0, low),
                "range": Read(low, high[0] if high else None),
                "value": Read(low, low, bare=True),
            }[form]
    return None


def of_html(body: bytes) -> list[Row]:
    """The rows of every table in the page, and of lists of a name and a figure."""
    reader = _Rows()
    reader.feed(body.decode("utf-8", "replace"))
    return reader.rows


def of_csv(body: bytes) -> list[Row]:
    """The rows of a file with semicolons (ours for people) or commas (open data)."""
    text = body.decode("utf-8-sig", "replace")
    return list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ","))


def of_xlsx(body: bytes) -> list[Row]:
    """The rows of all sheets."""
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        strings = ElementTree.fromstring(file.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in one.iter(f"{_XML}t")) for one in strings]
        sheets = sorted(name for name in file.namelist() if name.startswith("xl/worksheets/sheet"))
        return [
            [_cell(cell, texts) for cell in row]
            for name in sheets
            for row in ElementTree.fromstring(file.read(name)).iter(f"{_XML}row")
        ]


def _cell(cell, texts: list[str]) -> str:
    value = cell.findtext(f"{_XML}v") or ""
    return texts[int(value)] if cell.get("t") == "s" else value


class _Rows(HTMLParser):
    """Rows of `<tr>` (their `<th>` and `<td>`), and of `<li>` (its `<span>` and `<strong>`)."""

    _CELLS = {"tr": ("th", "td"), "li": ("span", "strong")}

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._row: Row | None = None
        self._within = ""
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins."""
        if tag in self._CELLS:
            self._within, self._row = tag, []
        elif self._row is not None and tag in self._CELLS[self._within]:
            self._row.append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        """A row or a cell ends."""
        if self._row is not None and tag == self._within:
            self.rows.append([" ".join(cell.split()) for cell in self._row])
            self._row, self._open = None, False
        elif self._row is not None and tag in self._CELLS[self._within]:
            self._open = False

    def handle_data(self, data: str) -> None:
        """Text inside a cell."""
        if self._open and self._row:
            self._row[-1] += data
