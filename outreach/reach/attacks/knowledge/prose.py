"""Figures in running text: sentences of a page, a PDF, a Word file; and every number at all."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import NamedTuple

from defusedxml import ElementTree
from pypdf import PdfReader

from outreach.reach.attacks.knowledge.prints import Read, Row

#: 1.210, but neither a part of 3,4 nor of 3.4 %.
_N = r"(?<![\d.,])(\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+)(?![.,]?\d)"
_NO_SHARE = r"(?!\s?[%€])"
_RANGES = re.compile(
    rf"(?:{_N}(?: (?:bis|to) |–){_N}|(mindestens|at least) {_N}|(höchstens|at most) {_N}){_NO_SHARE}"
)
#: One number that is meant as a figure: "…: 53.", "(53)", "53 Aufrufe".
_SINGLE = re.compile(
    rf"(?:[:(] ?|\) ){_N}{_NO_SHARE}(?=[.),])|(?<!als )(?<!than ){_N}(?= (?:Aufruf|opening))"
)
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_DECIMAL = r"(\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d{1,2})?)"
_SHARE = re.compile(
    rf"(?:{_DECIMAL}(?: %)? (?:bis|to) |(mindestens|at least) |(höchstens|at most) )?{_DECIMAL} %"
)
_PRICE = re.compile(rf"{_DECIMAL} €")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Percent(NamedTuple):
    """A share as it stands there, in percent."""

    lower: float
    upper: float


def ranges(text: str) -> list[Read]:
    """Every range in a text, and every single number that is given as a figure."""
    text = " ".join(text.split())
    found = []
    for match in _RANGES.finditer(text):
        low, high, _least, least, _most, most = match.groups()
        if low and whole(low) <= whole(high):
            found.append(Read(whole(low), whole(high)))
        elif least or most:
            found.append(Read(whole(least), None) if least else Read(0, whole(most)))
    singles = _SINGLE.findall(_RANGES.sub("…", text))
    return found + [Read(whole(one or other), whole(one or other), bare=True) for one, other in singles]


def between(text: str) -> list[Read]:
    """Ranges with two ends alone: in a PDF, "at least" may end a legend that stands before an axis."""
    found = (match.groups()[:2] for match in _RANGES.finditer(" ".join(text.split())))
    return [Read(whole(low), whole(high)) for low, high in found if low and whole(low) <= whole(high)]


def shares(text: str) -> list[Percent]:
    """Every share in a text: "12 bis 14 %", "mindestens 3 %", "7,5 %"."""
    found = []
    for low, least, most, last in _SHARE.findall(" ".join(text.split())):
        value = decimal(last)
        lower = decimal(low) if low else 0.0 if most else value
        found.append(Percent(lower, 100.0 if least else value))
    return found


def prices(text: str) -> list[float]:
    """Every amount of money in a text, in euros."""
    return [decimal(one) for one in _PRICE.findall(" ".join(text.split()))]


def tokens(text: str) -> set[str]:
    """Every number at all, without what separates its thousands or decimals."""
    return {re.sub(r"\D", "", one) for one in _TOKEN.findall(text)}


def whole(text: str) -> int:
    """ "1.210" -> 1210."""
    return int(re.sub(r"\D", "", text))


def decimal(text: str) -> float:
    """ "1.210,50", "1,210.50", "7,5" or "7.5"."""
    start, separator, end = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", text).groups()  # type: ignore[union-attr]
    return float(re.sub(r"\D", "", start) + (f".{end}" if separator else ""))


def of_pdf(body: bytes) -> str:
    """All words of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


def of_docx(body: bytes) -> tuple[list[Row], list[str]]:
    """The rows of all tables of a Word file, and the paragraphs besides."""
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))
    rows = [
        [" ".join(_words(cell).split()) for cell in row.iter(f"{_WORD}tc")] for row in root.iter(f"{_WORD}tr")
    ]
    inside = {line for cell in root.iter(f"{_WORD}tc") for line in cell.iter(f"{_WORD}p")}
    return rows, [_words(line) for line in root.iter(f"{_WORD}p") if line not in inside]


def _words(node) -> str:
    return "".join(part.text or "" for part in node.iter(f"{_WORD}t"))


def sentences(page: bytes, section: str) -> list[str]:
    """The paragraphs of one section of a page (by what it is labelled by), and what its pictures say."""
    reader = _Paragraphs(section)
    reader.feed(page.decode("utf-8", "replace"))
    return [" ".join(text.split()) for text in reader.found]


def words(page: bytes) -> str:
    """All that can be read on a page."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", page.decode("utf-8", "replace"), flags=re.S)
    reader = _Paragraphs("")
    reader.feed(text)
    return " ".join(reader.words)


class _Paragraphs(HTMLParser):
    """Text of `<p>` and `alt` in a section; all text besides."""

    def __init__(self, section: str) -> None:
        super().__init__()
        self._section, self._depth, self._open = section, 0, False
        self.found: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A section, a paragraph or a picture begins."""
        known = dict(attrs)
        if alt := known.get("alt"):
            self.words.append(alt)
        if tag == "section":
            inside = self._depth or known.get("aria-labelledby") == self._section
            self._depth += bool(inside)
        elif self._depth and tag == "p":
            self.found.append("")
            self._open = True
        elif self._depth and alt:
            self.found.append(alt)

    def handle_endtag(self, tag: str) -> None:
        """A section or a paragraph ends."""
        if tag == "section" and self._depth:
            self._depth -= 1
        elif tag == "p":
            self._open = False

    def handle_data(self, data: str) -> None:
        """Text."""
        self.words.append(data)
        if self._open:
            self.found[-1] += data
