"""A report as a table: what the portal or HR exported, with a preview before anything is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from channels.partners.spreadsheet.cells import unguarded
from channels.partners.spreadsheet.reading import NoTable, read
from outreach.reach.funnel import taking_in
from outreach.reach.funnel.cells import Row
from outreach.reach.funnel.steps import Step

#: Field -> headings it is found by (small letters); the first is the one we name.
HEADINGS = {
    "posting": ("stelle", "posting", "ausschreibung"),
    "code": ("kanal-code", "kanalcode", "code", "kanal"),
    "step": ("schritt", "step"),
    "period": ("zeitraum", "period", "woche", "tag"),
    "count": ("anzahl", "count", "zahl"),
}
STEPS = {
    "begonnen": Step.STARTED,
    "abgeschickt": Step.FINISHED,
    "eingeladen": Step.INVITED,
    "eingestellt": Step.HIRED,
}
_NEEDED = ("step", "period", "count")


@dataclass
class Line:
    """One line of the table: its number there, what it says, what would happen or why nothing can."""

    number: int
    row: Row
    errors: list[str] = field(default_factory=list)
    fate: str = ""


@dataclass
class Preview:
    """All lines of a table."""

    lines: list[Line]

    @property
    def wrong(self) -> list[Line]:
        return [line for line in self.lines if line.errors]

    @property
    def rows(self) -> list[Row]:
        return [line.row for line in self.lines]

    def number(self, fate: str) -> int:
        return sum(line.fate == fate for line in self.lines)

    @property
    def added(self) -> int:
        return self.number("added")

    @property
    def corrected(self) -> int:
        return self.number("corrected")

    @property
    def unchanged(self) -> int:
        return self.number("unchanged")


def preview(text: str) -> Preview:
    """What taking the table in would do. Writes nothing, and shows no number that was stored before.

    Raises `NoTable` if it is none.
    """
    found = Preview(_lines(text))
    if found.wrong:
        return found
    try:
        plan = taking_in.planned(found.rows)
    except taking_in.Refused as refused:
        for problem in refused.problems:
            found.lines[problem.row].errors.append(problem.sentence)
        return found
    for line, fate in zip(found.lines, plan.fates, strict=True):
        line.fate = fate
    return found


def _lines(text: str) -> list[Line]:
    table = read(text)
    places = _places(table.headings)
    lines = [_line(number, cells, places) for number, cells in table.rows]
    if not lines:
        raise NoTable(_("Unter den Überschriften steht nichts."))
    return lines


def _places(headings: list[str]) -> dict[str, int]:
    plain = [unguarded(heading).casefold().strip(" :.*") for heading in headings]
    places = {
        name: plain.index(word)
        for name, words in HEADINGS.items()
        for word in reversed(words)
        if word in plain
    }
    missing = [HEADINGS[name][0].capitalize() for name in _NEEDED if name not in places]
    if missing or not {"posting", "code"} & places.keys():
        wanted = ", ".join(missing or [_("Kanal-Code oder Stelle")])
        raise NoTable(_("Diese Überschriften fehlen in der ersten Zeile: {names}.").format(names=wanted))
    return places


def _line(number: int, cells: list[str], places: dict[str, int]) -> Line:
    told = {name: unguarded(cells[place]) if place < len(cells) else "" for name, place in places.items()}
    step = told["step"].casefold()
    count, error = _count(told["count"])
    row = Row(
        posting=_last_part(told.get("posting", "")),
        code=told.get("code", "").casefold(),
        step=STEPS[step].value if step in STEPS else step,
        period=told["period"].upper(),
        count=count,
    )
    return Line(number, row, [error] if error else [])


def _last_part(address: str) -> str:
    """The ad's name, also out of its whole address."""
    return address.rstrip("/").rpartition("/")[2]


def _count(text: str) -> tuple[int, str]:
    if re.fullmatch(r"-?[0-9]{1,9}", text):
        return int(text), ""
    return 0, _("„{text}“ ist keine ganze Zahl.").format(text=text[:40])
