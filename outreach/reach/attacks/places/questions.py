"""The reports: pages, parts and files; sentences, charts and PDFs, which must say what the tables do."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.utils.translation import gettext as _

from outreach.reach.attacks.knowledge import drawings, prints, prose
from outreach.reach.attacks.knowledge.prints import Read, Row
from outreach.reach.attacks.places import warnings
from outreach.reach.attacks.places.reading import Reading

#: Questions of the reports, and the tables each is made of (the first openings of devices besides).
QUESTIONS = {
    "arten": ("kind-quarter", "device-channel"), "berufsfelder": ("family-channel",),
    "kanaele": ("posting-channel", "device-channel"), "partner": ("posting-channel",),
    "sprachen": ("language-channel",), "stadtteile": ("district-channel",), "stellen": ("posting-channel",),
    "verlauf": ("channel-month",), "veranstaltungen": ("event-channel",),
    "veranstaltungskanaele": ("event-channel",),
}  # fmt: skip
#: Of each question so many parts are read: time is bounded. A PDF of more rows takes minutes to make.
PARTS, PDF_ROWS = 5, 1000
ANSWER = "antwort"
_READERS: dict[str, Callable[[bytes], list[Row]]] = {"csv": prints.of_csv, "xlsx": prints.of_xlsx}
_PART = re.compile(r'href="(/reichweite/fragen/[\w-]+/)(\?teil=[^"]+)"')
_LEAST = re.compile(r": (?:mindestens|at least)$")
_PAGE = re.compile(r"\b\d+ / \d+\b")
_DECIMAL = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
#: An open bar is drawn so much longer than what is sure.
_OPEN = 1.25
_NEAR = 0.011
#: There are so many kinds of openings.
_KINDS = 9


@dataclass
class Told:
    """Everything the tables of one report say, to hold the rest of it against."""

    rows: list[Row] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        self.reads, self.ends, self.shares = set[tuple[int, int | None]](), {0.0}, set[prose.Percent]()
        for _row, found in figures(self.rows):
            self.reads.add((found.lower, found.upper))
            self.ends |= {float(end) for end in found[:2] if end is not None}
        for cell in {cell for row in self.rows for cell in row}:
            self.ends |= {prose.decimal(one) for one in _DECIMAL.findall(cell)}
            self.shares |= set(prose.shares(cell))
        self._add_shares()
        self.ends |= {end * _OPEN for end in self.ends}
        self.names = {cell for row in self.rows for cell in row[:2] if cell and not prints.number(cell)}

    def _add_shares(self) -> None:
        """What some rows of a short table are of all of it (the kinds of openings)."""
        spans = list({row[0]: found for row, found in figures(self.rows) if not found.bare}.values())
        if len(spans) > _KINDS or any(found.upper is None for found in spans):
            return
        whole = sum(found.lower for found in spans), sum(found.upper or 0 for found in spans)
        for size in range(1, len(spans) + 1):
            for some in combinations(spans, size):
                low, high = sum(found.lower for found in some), sum(found.upper or 0 for found in some)
                least = low / whole[1] if whole[1] else 0.0
                most = high / max(whole[0], high) if high else 0.0
                self.shares.add(prose.Percent(round(100 * least), round(100 * most)))

    def says(self, read: Read) -> bool:
        """Whether a range (or a number) stands in the tables."""
        return (read.lower, read.upper) in self.reads

    def draws(self, end: float, near: float = _NEAR) -> bool:
        """Whether a bar may be that long."""
        return any(abs(end - known) <= near for known in self.ends)

    def without_names(self, sentence: str) -> str:
        """A sentence without the names in it, which may hold numbers of their own."""
        for name in sorted((name for name in self.names if name in sentence), key=len, reverse=True):
            sentence = sentence.replace(name, "…")
        return sentence


def read(reading: Reading) -> None:
    """Every question."""
    for key, tables in QUESTIONS.items():
        _question(reading, key, tables)


def _question(reading: Reading, key: str, tables: tuple[str, ...]) -> None:
    """A question's page with its files, and some of its parts with theirs."""
    address = f"/reichweite/fragen/{key}/"
    page = reading.staff(address)
    links = [html.unescape(query) for start, query in _PART.findall(page.decode()) if start == address]
    for query in ["", *list(dict.fromkeys(links))[:PARTS]]:
        body = reading.staff(address + query) if query else page
        rows = prints.of_html(body)
        _rows(reading, address + query, rows, tables)
        for kind, rows_of in _READERS.items():
            place = f"{address}datei.{kind}{query}"
            if found := reading.staff(place):
                warnings.in_rows(reading, place, rows_of(found))
                _rows(reading, place, rows_of(found), tables)
                rows += rows_of(found) if kind == "csv" else []
        warnings.on_page(reading, address + query, body)
        told = Told(rows, prose.words(body))
        sentences(reading, address + query, body, told, allowed=reading.implied(tables[0]).allows)
        if not query:
            pictures(reading, address, told)


def sentences(
    reading: Reading,
    place: str,
    page: bytes,
    told: Told,
    allowed: Callable[[Read], bool] = lambda read: False,
) -> None:
    """What the answer says in words: the same ranges as the tables."""
    for sentence in prose.sentences(page, ANSWER):
        said = told.without_names(sentence)
        for found in prose.ranges(said):
            reading.judge(place, _("Satz"), found, told.says(found) or allowed(found))
        for share in prose.shares(said):
            text = f"{share.lower:g} … {share.upper:g} %"
            reading.judge_text(place, _("Satz"), text, share in told.shares)
        for price in prose.prices(said):
            reading.judge_text(place, _("Satz"), f"{price:.2f} €", told.draws(price))


def pictures(reading: Reading, address: str, told: Told, near: float = _NEAR) -> None:
    """The chart and the PDF; bars may differ so much from the numbers in words."""
    drawing = reading.staff(f"{address}bild-wide.svg").decode()
    place = f"{address}bild-wide.svg"
    for words, large in drawings.texts(drawing):
        if large and (found := prints.number(html.unescape(words))):
            reading.judge(place, _("Diagramm"), found, told.says(found) or words in told.names)
    for end in drawings.ends(drawing):
        reading.judge_text(place, _("Diagramm"), f"{end:.1f}", told.draws(end, near))
    if 0 < len(told.rows) <= PDF_ROWS:
        place = f"{address}datei.pdf"
        printed(reading, place, reading.staff(place), told, drawing)


def printed(reading: Reading, place: str, pdf: bytes, told: Told, drawing: str = "") -> None:
    """A PDF: every range and every number in it stands somewhere else, too, where it was looked at."""
    if not pdf:
        return
    cells = [cell for row in told.rows for cell in row]
    text, elsewhere = _PAGE.sub(" ", prose.of_pdf(pdf)), " \n".join([told.text, drawing, *cells])
    ranges = told.reads | {(one.lower, one.upper) for one in prose.ranges(elsewhere)}
    for found in prose.between(text):
        reading.judge(place, "PDF", found, (found.lower, found.upper) in ranges)
    for token in sorted(prose.tokens(text) - prose.tokens(elsewhere)):
        reading.judge_text(place, "PDF", token, False)


def _rows(reading: Reading, place: str, rows: list[Row], tables: tuple[str, ...]) -> None:
    known = list(reading.any_of(tables))
    for row, found in figures(rows):
        fits = any(
            one.allows(found, next((cell for cell in row[:2] if cell in one.names), "")) for one in known
        )
        reading.judge(place, row[0], found, fits)


def figures(rows: list[Row]) -> Iterator[tuple[Row, Read]]:
    """Every number of a table with its row."""
    heads: Row = []
    for row in rows:
        if any(_LEAST.search(cell) for cell in row):
            heads = row
        for found in _figures(row, heads):
            yield row, found


def _figures(row: Row, heads: Row) -> Iterator[Read]:
    """The numbers of a row; files have a column for each end of a range, which are read as one."""
    ends = {column for column, head in enumerate(heads) if _LEAST.search(head)}
    for column, cell in enumerate(row):
        found = prints.number(cell)
        if found is None or column - 1 in ends:
            continue
        if column in ends:
            most = prints.number(row[column + 1]) if column + 1 < len(row) else None
            found = Read(found.lower, most.lower if most else None)
        yield found
