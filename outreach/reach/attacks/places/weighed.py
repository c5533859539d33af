"""Two reports that set openings beside what people entered: what a channel cost, how large a community is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from django.utils import translation
from django.utils.dates import MONTHS

from outreach.reach.attacks.knowledge import prints, prose
from outreach.reach.attacks.knowledge.prints import Read, Row
from outreach.reach.attacks.places.questions import Told, pictures, sentences
from outreach.reach.attacks.places.reading import Reading

COSTS, COMMUNITIES, ENTERED = (
    "/reichweite/fragen/kosten/",
    "/reichweite/fragen/gemeinschaften/",
    "/reichweite/kosten/",
)
_OPENINGS, _CHANNEL = ("Aufrufe", "Openings"), ("Kanal", "Channel")
_MONTH = re.compile(r"(\w+) (\d{4})")
_LANGUAGE = {"Sprache", "Language"}
#: Prices are cut to the cent. Shares are rounded outwards, to the tenth of a percent.
_CENT = 0.0101
#: Numbers that computers hold nearly.
_NEARLY = 1e-6
#: Columns by their headings.
Cells = dict[str, str]
_Judge = Callable[[Reading, str, str, Cells], None]


def read(reading: Reading) -> None:
    """Both reports, with their files."""
    _report(reading, COMMUNITIES, _community)
    _report(reading, COSTS, _Costs(reading).judge)


def _report(reading: Reading, address: str, judge: _Judge) -> None:
    page = reading.staff(address)
    rows, table = prints.of_html(page), prints.of_csv(reading.staff(f"{address}datei.csv"))
    book = reading.staff(f"{address}datei.xlsx")
    sheets = prints.of_xlsx(book) if book else []
    for place, found in ((address, rows), (f"{address}datei.csv", table), (f"{address}datei.xlsx", sheets)):
        for name, cells in _by_heading(found):
            judge(reading, place, name, cells)
    if not rows:
        return
    told = Told(rows + table, prose.words(page))
    sentences(reading, address, page, told)
    pictures(reading, address, told, near=_CENT)


def _by_heading(rows: list[Row]) -> Iterator[tuple[str, Cells]]:
    """Rows of tables with a column of openings: what the row is about, and its cells by heading."""
    heads: Row = []
    for row in rows:
        if any(cell in _OPENINGS for cell in row):
            heads = row
        elif heads and len(row) == len(heads):
            about = next((place for place, head in enumerate(heads) if head in _CHANNEL), 0)
            yield row[about], dict(zip(heads, row, strict=True))


def _range(cells: Cells) -> Read | None:
    """The openings of a row: as a range where there is one."""
    for head, cell in cells.items():
        if head.endswith((": mindestens", ": at least")) and (low := prints.number(cell)):
            high = prints.number(next((text for name, text in cells.items() if _is_most(name)), ""))
            return Read(low.lower, high.lower if high else None)
    for head in ("Spanne", "Range", *_OPENINGS):
        if (found := prints.number(cells.get(head, ""))) and not found.bare:
            return found
    return next((found for head in _OPENINGS if (found := prints.number(cells.get(head, "")))), None)


def _is_most(head: str) -> bool:
    return head.endswith((": höchstens", ": at most"))


# --- Communities --------------------------------------------------------------------------------


def _community(reading: Reading, place: str, name: str, cells: Cells) -> None:
    openings = _range(cells)
    if openings is None:
        return
    languages, ads = reading.implied("language-channel"), reading.implied("posting-channel")
    if _LANGUAGE & set(cells):  # tables know languages by their codes: then any of them is meant
        reading.judge(place, name, openings, languages.allows(openings, name))
        for share in [one for cell in list(cells.values())[2:3] for one in prose.shares(cell)]:
            fits = any(_is_wide(share, openings, whole) for whole in languages.wholes)
            reading.judge_text(place, name, f"{share.lower:g} … {share.upper:g} %", fits)
        return
    reading.judge(place, name, openings, ads.allows(openings) or ads.allows_sum(openings))
    size, rate = (prints.number(_cell(cells, word)) for word in ("Menschen (", " 100 "))
    if size and rate and not rate.bare and openings.upper is not None:
        least, most = 100 * openings.lower / size.lower, 100 * openings.upper / size.lower
        fits = rate.lower <= least and (rate.upper is None or most <= rate.upper)
        reading.judge(place, name, rate, fits)


def _cell(cells: Cells, word: str) -> str:
    other = {"Menschen (": "People ("}.get(word, word)
    return next((cell for head, cell in cells.items() if word in head or other in head), "")


def _is_wide(share: prose.Percent, part: Read, whole: tuple[int, int | None]) -> bool:
    """Whether a share is no closer than the openings beside it allow."""
    least = 100 * part.lower / whole[1] if whole[1] else 0.0
    most = 100 * part.upper / whole[0] if whole[0] and part.upper is not None else 100.0
    return share.lower <= least + _NEARLY and share.upper >= min(most, 100.0) - _NEARLY


# --- Costs --------------------------------------------------------------------------------------


class _Costs:
    """What was entered for each channel, and the released months it is set beside."""

    def __init__(self, reading: Reading) -> None:
        self.months: dict[str, dict[str, tuple[int, int | None]]] = defaultdict(dict)
        for table in reading.outlook.publication.named("channel-month"):
            month, channel = (table.dimensions.index(one) for one in ("month", "channel"))
            for key, shown in table.inner().items():
                name = table.label("channel", key[channel])
                self.months[name][key[month]] = (shown.lower, shown.upper)
        self.entered: dict[str, list[str]] = defaultdict(list)
        newest = max((month for found in self.months.values() for month in found), default="")
        for row in prints.of_html(reading.staff(ENTERED)):
            months = _months(row[1]) if len(row) > 2 else []
            if months and months[-1] <= newest:
                self.entered[row[0]] += months

    def judge(self, reading: Reading, place: str, name: str, cells: Cells) -> None:
        """The openings of the months a cost was entered for, and what one of them cost."""
        openings = _range(cells)
        if openings is None:
            return
        if name in self.entered:
            parts = [self.months[name].get(month, (0, 0)) for month in self.entered[name]]
            least, most = sum(low for low, _high in parts), [high for _low, high in parts]
            fits = openings.lower <= least and (
                openings.upper is None or (None not in most and sum(filter(None, most)) <= openings.upper)
            )
            bare = openings.bare and openings.lower == least
            reading.judge(place, name, openings, fits or bare)
        amount = prose.prices(f"{next((cells[one] for one in ('Kosten', 'Cost') if one in cells), '')} €")
        price = prose.prices(list(cells.values())[-1])
        if amount and price and not openings.bare:
            self._price(reading, place, name, amount[0], price, openings)

    @staticmethod
    def _price(
        reading: Reading, place: str, name: str, amount: float, price: list[float], openings: Read
    ) -> None:
        least = amount / openings.upper if openings.upper else 0.0
        most = amount / openings.lower if openings.lower else None
        fits = price[0] <= least + _CENT
        if len(price) > 1:
            fits = fits and most is not None and price[1] >= most - _CENT
        reading.judge_text(place, name, " … ".join(f"{one:.2f} €" for one in price), fits)


def _months(text: str) -> list[str]:
    """ "April 2026 bis Mai 2026" -> ["2026-04", "2026-05"]."""
    ends = [(int(year), number) for name, year in _MONTH.findall(text) if (number := _number(name))]
    if not ends:
        return []
    (year, month), last = ends[0], ends[-1]
    found = []
    while (year, month) <= last:
        found.append(f"{year}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _number(name: str) -> int:
    for language in ("de", "en"):
        with translation.override(language):
            for number, month in MONTHS.items():
                if str(month) == name:
                    return number
    return 0
