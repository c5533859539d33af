"""Read every other place figures stand in: pages, their files, open data, partners' own pages.

All of them must say what the released tables say, or what follows from them: the range somewhere else must
hold a whole range that is published for that name. One that is narrower, or lies elsewhere, was made of
something that was not released. Sentences, charts (measured with a ruler) and PDFs must say what the tables
beside them say, which were looked at name by name. Shares, prices and estimates may be no closer than the
ranges they are made of. How each place is read: `places`.
"""

from __future__ import annotations

import html
import json
import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import prints
from outreach.reach.attacks.knowledge.claims import grouped
from outreach.reach.attacks.knowledge.prints import Read
from outreach.reach.attacks.knowledge.publication import TOTAL, Printed
from outreach.reach.attacks.places import papers, persons, questions, weighed
from outreach.reach.attacks.places.reading import Reading
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Andere Ausgaben")
ABOUT = gettext_lazy(
    "Liest Seiten, Sätze, Diagramme, Dateien, offene Daten und die Seiten der Partner und sucht Zahlen, die "
    "mehr sagen als die veröffentlichten Tabellen."
)
#: So many partners and files of open data are read: time is bounded.
PARTNERS, FILES = 40, 60
_FILE = re.compile(r'href="(/offene-daten/[^"]+\.(?:csv|json))"')
_DIGEST = re.compile(r"-([0-9a-f]{8})(?:-summen)?\.\w+$")
_OWN = re.compile(r'id="reichweite".*?</section>', re.S)
_OWN_SUM = re.compile(r"mindestens ([\d.]+)-mal")

#: An ad on a partner's page: its title and its figure.
_PAIR = 2
#: Dimensions and cells of a file of open data.
_Open = tuple[tuple[str, ...], dict[tuple[str, ...], tuple[int | None, int | None, int | None]]]


def attack(outlook: Outlook) -> Found:
    """Every number in every other place, held against the tables."""
    reading = Reading(outlook)
    if outlook.publication.tables:
        questions.read(reading)
        weighed.read(reading)
        persons.read(reading)
        papers.read(reading)
        _all_cells(reading)
        _open_data(reading)
        for number, address in enumerate(outlook.partners[:PARTNERS], start=1):
            _partner(reading, address, number)
    learned = _("{places} Seiten und Dateien gelesen, {numbers} Zahlen darin nachgerechnet.")
    told = learned.format(places=reading.places, numbers=grouped(reading.numbers))
    return Found(reading.claims, [told])


def _all_cells(reading: Reading) -> None:
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


def _open_data(reading: Reading) -> None:
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


def _printed(reading: Reading, path: str) -> Printed | None:
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


def _partner(reading: Reading, address: str, number: int) -> None:
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
