"""Reports about two dimensions of one table: all job families, and one family's channels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote_plus

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from outreach.reach.released import Ranking
from outreach.reach.reports import pictures, plausibility, reading, sentences
from outreach.reach.reports.devices import Extra
from outreach.reach.reports.document import Basis, Column, Line, Lines, Report, Sheet
from outreach.reach.reports.groups import Entry, groups
from outreach.reach.reports.questions.finding import NoSuchPart
from outreach.reach.reports.ranked import LongList
from outreach.reach.reports.reading import TableLike
from outreach.reach.reports.told import day

Words = Callable[[], str]


@dataclass(frozen=True)
class Crossing:
    """Which dimension is asked about, which other one answers, and the words for both."""

    key: str
    dimension: str
    other: str
    #: The table for one subject of `dimension`, or for all ("*"); of tens of thousands a ranking, of which
    #: only what is shown is read. None: not released yet.
    table: Callable[[str], TableLike | Ranking | None]
    #: The question about all, and about one: with {name}.
    title: Words
    title_of: Words
    #: "Berufsfeld", "Kanal".
    one: Words
    other_one: Words
    #: "bei {name}", "über {name}".
    where: Words
    other_where: Words
    notes: Callable[[], Sequence[str]] = tuple
    #: The quarter ("2026-Q3") one subject's figures are about; empty: several.
    quarter: Callable[[str], str] = lambda part: ""
    #: Of one subject: smaller tables below, and what is to be known of them.
    more: Callable[[str], Extra] = lambda part: Extra()

    def report(self, part: str = "") -> Report:
        """All subjects, or one subject's other side. Raises NoSuchPart."""
        table = self.table(part or reading.TOTAL)
        if table is None:
            if part:
                raise NoSuchPart(part)
            return nothing_yet(self.key, self.title())
        if not part:
            told = _told(table, self.dimension)
            return self._made(table, told, self.title(), self.one(), self.where(), reading.basis(table))
        if not _knows(table, self.dimension, part):
            raise NoSuchPart(part)
        told = _told(table, self.other, {self.dimension: part})
        name = reading.label(table, self.dimension, part)
        title = self.title_of().format(name=name)
        basis = reading.basis(table, quarter=self.quarter(part))
        made = self._made(table, told, title, self.other_one(), self.other_where(), basis, name)
        more = self.more(part)
        return replace(made, sheets=(*made.sheets, *more.sheets), notes=(*made.notes, *more.notes))

    def _made(
        self,
        table: TableLike,
        told: Sequence[Sequence[Entry]],
        title: str,
        what: str,
        where: str,
        basis: Basis,
        name: str = "",
    ) -> Report:
        standing = told.standing() if isinstance(told, LongList) else sentences.standing(told)
        heads = sentences.headings(told)
        unit = _("Aufrufe vom {first} bis {last}").format(first=day(table.first), last=day(table.last))
        caption = _("Aufrufe je {what}").format(what=_inside(what))
        sheet = self._sheet(caption, what, told, heads, linked=not name)
        if (self.other if name else self.dimension) == "channel":
            keys = [entry.key for group in told for entry in group]
            sheet = plausibility.noted(sheet, basis.marks, keys)
        return Report(
            key=self.key,
            title=title,
            sentences=sentences.said(standing, table.threshold, where),
            chart=pictures.grouped(caption, unit, told, heads, table.threshold) if standing.best else None,
            sheets=(sheet,),
            basis=basis,
            notes=(*self.notes(), _groups()),
            file_name=file_name(self.key, name, table),
        )

    def _sheet(
        self, caption: str, what: str, told: Sequence[Sequence[Entry]], heads: list[str], *, linked: bool
    ) -> Sheet:
        page = f"{reverse('reach:question', args=[self.key])}?teil=" if linked else ""

        def line(entry: Entry) -> Line:
            return Line((entry.label, entry.span), f"{page}{quote_plus(entry.key)}" if page else "")

        lines = [(heading, Lines(group, line)) for heading, group in zip(heads, told, strict=True)]
        columns = (Column(what), Column(_("Aufrufe"), "span"))
        one_number = told.one_number if isinstance(told, LongList) else None
        return Sheet(caption, columns, tuple(lines), one_number=one_number)

    def address(self, part: str) -> str:
        """Where the report about one subject is."""
        return f"{reverse('reach:question', args=[self.key])}?teil={quote_plus(part)}"


def _inside(noun: str) -> str:
    """A column's name within a sentence: only German nouns keep their capital."""
    return noun if get_language() == "de" else noun[:1].lower() + noun[1:]


def _told(
    table: TableLike | Ranking, dimension: str, given: Mapping[str, str] | None = None
) -> Sequence[Sequence[Entry]]:
    """The groups of one dimension's keys; a ranking is about one anyway."""
    return LongList(table) if isinstance(table, Ranking) else groups(reading.entries(table, dimension, given))


def _knows(table: TableLike | Ranking, dimension: str, part: str) -> bool:
    """Whether anything was released about a subject."""
    if isinstance(table, Ranking):
        return part != reading.TOTAL and bool(table.brackets)
    return part in reading.keys(table, dimension)


def _groups() -> str:
    return _(
        "In einer Gruppe überschneidet sich jede Spanne mit der nächsten, wenn man den Zufall einrechnet. "
        "Zwischen zwei Gruppen ist der Unterschied gesichert."
    )


def quarters() -> str:
    """What a quarter's table holds."""
    return _(
        "Enthalten sind Stellen, die in den letzten abgeschlossenen Quartalen begannen (höchstens vier), "
        "mit allen Aufrufen bis zum letzten gezählten Tag."
    )


def file_name(key: str, name: str, table: TableLike) -> str:
    """ "reichweite-berufsfelder-pflege-bis-2026-09-30": plain letters, so that every system keeps it."""
    parts = [_("reichweite"), key, slugify(name)[:40], _("bis"), table.last.isoformat()]
    return "-".join(part for part in parts if part)


def nothing_yet(key: str, title: str) -> Report:
    """Calm: there is nothing to read yet, and why."""
    return Report(
        key=key,
        title=title,
        sentences=(
            _("Noch nicht genug Daten."),
            _("Zahlen erscheinen hier, sobald sie geschützt veröffentlicht sind."),
        ),
        file_name=f"{_('reichweite')}-{key}",
        empty=True,
    )
