"""Read every other place figures stand in: pages, their files, open data, partners' own pages.

All of them must say what the released tables say, or what follows from them: the range somewhere else must
hold a whole range that is published for that name. One that is narrower, or lies elsewhere, was made of
something that was not released. Sentences and pictures are made of the same ranges as the tables beside them,
and are not read; nor are costs and audiences, which people entered.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import prints
from outreach.reach.attacks.knowledge.claims import Claim, grouped
from outreach.reach.attacks.knowledge.implied import Implied
from outreach.reach.attacks.knowledge.prints import Read, Row
from outreach.reach.attacks.knowledge.publication import TOTAL, Printed
from outreach.reach.attacks.registry import Fetch, Found, Outlook

NAME = gettext_lazy("Andere Ausgaben")
ABOUT = gettext_lazy(
    "Liest Seiten, Dateien, offene Daten und die Seiten der Partner und sucht Zahlen, die mehr sagen als die "
    "veröffentlichten Tabellen."
)
#: Questions of the reports, and the table each is made of.
QUESTIONS = {
    "arten": "kind-quarter", "berufsfelder": "family-channel", "kanaele": "posting-channel",
    "partner": "posting-channel", "sprachen": "language-channel", "stadtteile": "district-channel",
    "stellen": "posting-channel", "verlauf": "channel-month",
}  # fmt: skip
#: Of each question so many parts, and so many partners and files of open data, are read: time is bounded.
PARTS, PARTNERS, FILES = 5, 40, 60
_READERS: dict[str, Callable[[bytes], list[Row]]] = {"csv": prints.of_csv, "xlsx": prints.of_xlsx}
_PART = re.compile(r'href="(/reichweite/fragen/[\w-]+/)(\?teil=[^"]+)"')
_FILE = re.compile(r'href="(/offene-daten/[^"]+\.(?:csv|json))"')
_LEAST = re.compile(r": (?:mindestens|at least)$")
_DIGEST = re.compile(r"-([0-9a-f]{8})(?:-summen)?\.\w+$")
_OWN = re.compile(r'id="reichweite".*?</section>', re.S)
_OWN_SUM = re.compile(r"mindestens ([\d.]+)-mal")

#: An ad on a partner's page: its title and its figure.
_PAIR = 2
#: Dimensions and cells of a file of open data.
_Open = tuple[tuple[str, ...], dict[tuple[str, ...], tuple[int | None, int | None, int | None]]]


@dataclass
class _Reading:
    """What was read so far."""

    outlook: Outlook
    claims: list[Claim] = field(default_factory=list)
    places: int = 0
    numbers: int = 0
    _implied: dict[str, Implied] = field(default_factory=dict)

    def implied(self, table: str) -> Implied:
        """What follows from a table, worked out once."""
        if table not in self._implied:
            self._implied[table] = Implied(self.outlook.publication, table)
        return self._implied[table]

    def get(self, fetch: Fetch | None, path: str) -> bytes:
        """What stands there; nothing where one may not look."""
        status, body = fetch(path) if fetch else (0, b"")
        self.places += status == 200
        return body if status == 200 else b""

    def judge(self, place: str, name: str, read: Read, fits: bool) -> None:
        """Note a number, and a claim if it is not covered."""
        self.numbers += 1
        if not fits:
            told = f"{read.lower}" if read.upper == read.lower else f"{read.lower} … {read.upper or '∞'}"
            sentence = _("{place}, „{name}“: {told} folgt aus keiner veröffentlichten Tabelle.")
            self.claims.append(Claim(None, sentence=sentence.format(place=place, name=name, told=told)))


def attack(outlook: Outlook) -> Found:
    """Every number in every other place, held against the tables."""
    reading = _Reading(outlook)
    if outlook.publication.tables:
        for key, table in QUESTIONS.items():
            _question(reading, key, table)
        _all_cells(reading)
        _open_data(reading)
        for number, address in enumerate(outlook.partners[:PARTNERS], start=1):
            _partner(reading, address, number)
    learned = _("{places} Seiten und Dateien gelesen, {numbers} Zahlen darin nachgerechnet.")
    told = learned.format(places=reading.places, numbers=grouped(reading.numbers))
    return Found(reading.claims, [told])


def _question(reading: _Reading, key: str, table: str) -> None:
    """A question's page with its files, and some of its parts with theirs."""
    address = f"/reichweite/fragen/{key}/"
    page = reading.get(reading.outlook.staff, address)
    _rows(reading, address, prints.of_html(page), table)
    links = [html.unescape(query) for start, query in _PART.findall(page.decode()) if start == address]
    for query in ["", *list(dict.fromkeys(links))[:PARTS]]:
        if query:
            part = reading.get(reading.outlook.staff, address + query)
            _rows(reading, address + query, prints.of_html(part), table)
        for kind, rows_of in _READERS.items():
            place = f"{address}datei.{kind}{query}"
            if body := reading.get(reading.outlook.staff, place):
                _rows(reading, place, rows_of(body), table)


def _rows(reading: _Reading, place: str, rows: list[Row], table: str) -> None:
    implied = reading.implied(table)
    heads: Row = []
    for row in rows:
        if any(_LEAST.search(cell) for cell in row):
            heads = row
        name = next((cell for cell in row[:2] if cell in implied.names), "")
        for read in _figures(row, heads):
            reading.judge(place, row[0], read, implied.allows(read, name))


def _figures(row: Row, heads: Row) -> Iterator[Read]:
    """The numbers of a row; files have a column for each end of a range, which are read as one."""
    ends = {column for column, head in enumerate(heads) if _LEAST.search(head)}
    for column, cell in enumerate(row):
        read = prints.number(cell)
        if read is None or column - 1 in ends:
            continue
        if column in ends:
            most = prints.number(row[column + 1]) if column + 1 < len(row) else None
            read = Read(read.lower, most.lower if most else None)
        yield read


def _all_cells(reading: _Reading) -> None:
    """The file with every ad on every channel."""
    place = "/reichweite/tabelle.csv"
    latest = reading.outlook.publication.named("posting-channel")[-1:]
    known: dict[tuple[str, str], set[int | None]] = {}
    for table in latest:
        for key, shown in table.inner().items():
            names = (table.label("posting", key[0]), table.label("channel", key[1]))
            known.setdefault(names, set()).add(shown.value)
    for row in prints.of_csv(reading.get(reading.outlook.staff, place))[1:]:
        read = prints.number(row[3])
        if read is not None:
            values = known.get((row[1].lstrip("'"), row[2].lstrip("'")), set())
            fits = (read.lower if read.bare else None) in values
            reading.judge(place, f"{row[1]} / {row[2]}", read, fits)


def _open_data(reading: _Reading) -> None:
    """Files anybody may have: every cell as in the table of the same check sum."""
    index = reading.get(reading.outlook.fetch, "/offene-daten/")
    for path in list(dict.fromkeys(_FILE.findall(index.decode())))[:FILES]:
        body = reading.get(reading.outlook.fetch, path)
        dimensions, cells = (_of_json if path.endswith(".json") else _of_csv)(body)
        table = _printed(reading, path)
        for key, figure in cells.items():
            named = dict(zip(dimensions, key, strict=True))
            whole = tuple(named.get(dimension, TOTAL) for dimension in table.dimensions) if table else ()
            fits = table is not None and tuple(table.cells.get(whole, ())) == figure
            reading.judge(path, "/".join(key), Read(figure[1] or 0, figure[2]), fits)


def _printed(reading: _Reading, path: str) -> Printed | None:
    """The release a file says it is, by the check sum in its address."""
    tables = reading.outlook.publication.named(path.split("/")[2])
    digest = _DIGEST.search(path)
    return next((table for table in tables if digest and table.digest.startswith(digest[1])), None)


def _of_json(body: bytes) -> _Open:
    content = json.loads(body or b"{}")
    cells = {
        tuple(cell["key"]): (cell["value"], cell["lower"], cell["upper"]) for cell in content.get("cells", ())
    }
    return tuple(content.get("dimensions", ())), cells


def _of_csv(body: bytes) -> _Open:
    """A key and a name per dimension, then value, lower, upper, hidden."""
    heads, *rows = prints.of_csv(body) or [[]]
    end = len(heads) - 4
    cells = {}
    for row in rows:
        value, lower, upper = (int(cell) if cell else None for cell in row[end : end + 3])
        cells[tuple(row[:end:2])] = (value, lower, upper)
    return tuple(heads[:end:2]), cells


def _partner(reading: _Reading, address: str, number: int) -> None:
    """A partner's own page: some of the cells, a sum over its channels, and one for each month."""
    page = html.unescape(reading.get(reading.outlook.partner, address).decode("utf-8", "replace"))
    place = _("Seite des Partners {number}").format(number=number)
    for own in _OWN.findall(page):
        implied, months = reading.implied("posting-channel"), reading.implied("channel-month")
        for row in prints.of_html(own.encode()):
            if row and (read := prints.number(row[-1])):
                month = len(row) > _PAIR  # a line of the trend: month, bar, range
                fits = months.allows_sum(read) if month else implied.allows(read, row[0])
                reading.judge(place, row[0], read, fits)
        for told in _OWN_SUM.findall(own):
            read = Read(int(told.replace(".", "")), None)
            reading.judge(place, "", read, implied.allows_sum(read))
