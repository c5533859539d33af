"""The ready documents with figures: the answer to the council and the report to the steering group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, product

from django.utils.translation import gettext as _

from outreach.reach.attacks.knowledge import prints, prose
from outreach.reach.attacks.knowledge.implied import Range
from outreach.reach.attacks.knowledge.prints import Read, Row
from outreach.reach.attacks.knowledge.publication import Publication
from outreach.reach.attacks.places import warnings
from outreach.reach.attacks.places.reading import Reading

#: Documents and the tables they are made of, and the languages they are read in.
PAPERS = {
    "ratsanfrage": ("funnel-posting", "disclosure"),
    "lenkungsgruppe": (
        "channel-medium", "language-channel", "district-channel", "family-channel", "channel-month",
        "funnel-channel", "funnel-posting", "kind-quarter",
    ),
}  # fmt: skip
LANGUAGES = ("de", "en")
#: Sums over some ads of a table, as many different ones as are worked out.
_SUMS = 20_000
#: Behind the names of channels to be read with care, and before the footnotes that say why.
_SIGN, _NOTE = " *", "* "
#: The table of measures has four columns; the third says what is known.
_MEASURE, _READING = 4, 2
_FIGURE = re.compile(r"(?<=: )[\d.,]+–[\d.,]*\d(?=\.$|\. )|[\d.,]+–[\d.,]+ (?:Antworten|answers)")
_HEADS = ("Bereich (Berufsfeld)", "Area (job family)")


def read(reading: Reading) -> None:
    """Each as a Word file, whose tables have rows, and as a PDF, which must say the same."""
    for (name, tables), language in product(PAPERS.items(), LANGUAGES):
        address = f"/reichweite/dokumente/{name}/{language}"
        place = f"{address}.docx"
        if not (body := reading.staff(place)):
            continue
        rows, lines = prose.of_docx(body)
        _tables(reading, place, rows, tables)
        warnings.judge(reading, place, [line for line in lines if line.startswith(_NOTE)])
        for found in _said(rows, lines):
            reading.judge(place, _("Satz"), found, _allowed(reading, found, "", tables))
        text = "\n".join([*lines, *(cell for row in rows for cell in row)])
        _printed(reading, f"{address}.pdf", text, rows)


def _said(rows: list[Row], lines: list[str]) -> Iterator[Read]:
    """Ranges in sentences ("Bewerbungen: 65–84.", "40–44 Antworten") and in the readings of the measures.

    Everything else in a sentence may be a quotation or words of the city's own.
    """
    readings = [row[_READING] for row in rows if len(row) == _MEASURE]
    told = [part for line in lines for part in _FIGURE.findall(line)]
    for text in (*told, *readings):
        yield from (found for found in prose.ranges(text) if not found.bare)


def _tables(reading: Reading, place: str, rows: list[Row], tables: tuple[str, ...]) -> None:
    areas = False
    for row in rows:
        numbers = [found for found in map(prints.number, row[1:]) if found]
        if not numbers and row:  # a head, or a row without figures
            areas = row[0] in _HEADS or (areas and prints.number(row[-1]) is not None)
        for found in numbers:
            name = row[0].removesuffix(_SIGN)
            fits = _allowed(reading, found, name, tables)
            reading.judge(place, name, found, fits or (areas and _is_sum_of_ads(reading, found)))


def _allowed(reading: Reading, found: Read, name: str, tables: tuple[str, ...]) -> bool:
    return any(implied.allows(found, name) for implied in reading.any_of(tables))


def _is_sum_of_ads(reading: Reading, found: Read) -> bool:
    """Whether some ads of a quarter have such a sum: the areas are groups of them."""
    return any((found.lower, found.upper) in sums for sums in _sums(reading.outlook.publication))


def _sums(publication: Publication) -> list[set[Range]]:
    """Of each quarter and step, the sums over any ads."""
    made = []
    for table in publication.named("funnel-posting"):
        cells = sorted(table.inner().items(), key=lambda cell: cell[0][-1])
        for _step, ads in groupby(cells, key=lambda cell: cell[0][-1]):
            sums: set[Range] = {(0, 0)}
            for _key, shown in ads:
                sums |= {_plus(one, (shown.lower, shown.upper)) for one in sums}
                if len(sums) > _SUMS:
                    break
            made.append(sums)
    return made


def _plus(one: Range, other: Range) -> Range:
    upper = None if one[1] is None or other[1] is None else one[1] + other[1]
    return one[0] + other[0], upper


def _printed(reading: Reading, place: str, text: str, rows: list[Row]) -> None:
    """Axes of charts have numbers of their own: ranges are held against those of the Word file."""
    body = reading.staff(place)
    known = {(one.lower, one.upper) for one in prose.ranges(text)}
    known |= {(one.lower, one.upper) for row in rows for cell in row if (one := prints.number(cell))}
    for found in prose.between(prose.of_pdf(body)) if body else []:
        reading.judge(place, "PDF", found, (found.lower, found.upper) in known)
