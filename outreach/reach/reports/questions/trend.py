"""How does it develop?"""

from __future__ import annotations

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outreach.reach.released import history
from outreach.reach.reports import monthly, pictures, reading
from outreach.reach.reports.crossing import file_name, nothing_yet
from outreach.reach.reports.document import Basis, Column, Line, Report, Sheet
from outreach.reach.reports.groups import Entry, groups
from outreach.reach.reports.questions.finding import NoSuchPart
from outreach.reach.reports.reading import TableLike
from outreach.reach.reports.spans import Span, ranged, total

ORDER, KEY = 70, "verlauf"
#: Months on one page.
_MONTHS = 12
#: Small charts people still compare.
_PANELS = 6
#: Channels in the table of the page.
_ON_PAGE = 4
_NOTHING = Span(0, None)


def title() -> str:
    return _("Wie entwickeln sich die Aufrufe?")


def about() -> str:
    return _("Je Monat, zusammen und je Kanal.")


def report(part: str = "") -> Report:
    """The last twelve released months. There are no parts."""
    if part:
        raise NoSuchPart(part)
    tables = history(monthly.TABLE)
    found = dict(list(monthly.months(tables).items())[-_MONTHS:])
    if not found:
        return nothing_yet(KEY, title())
    names = [_month(month) for month in found]
    rows = _rows(tables, found)
    everything = [total(month.values()) if month else _NOTHING for month in found.values()]
    panels = [(_("Alle Kanäle"), everything), *rows[:_PANELS]]
    basis = _basis(tables)
    return Report(
        key=KEY,
        title=title(),
        sentences=_sentences(names, everything),
        chart=pictures.trend(
            _("Aufrufe je Monat"),
            _("Aufrufe der Stellen, die im Monat begannen"),
            names,
            panels,
            basis.threshold,
        ),
        sheets=(_sheet(names, [(_("Alle Kanäle"), everything), *rows]),),
        basis=basis,
        notes=_notes(),
        file_name=file_name(KEY, "", tables[-1]),
    )


def _month(month: datetime.date) -> str:
    return date_format(month, _("M y"))


def _notes() -> tuple[str, ...]:
    return (
        _("Ein Monat enthält die Stellen, die in ihm begannen, mit allen ihren Aufrufen, auch späteren."),
        _("Ein Monat erscheint, wenn sein Quartal abgeschlossen ist. So bleibt jede Zahl, wie sie ist."),
    )


def _rows(tables: list[TableLike], found: monthly.Months) -> list[tuple[str, list[Span]]]:
    """Each channel's months, the most opened channel first."""
    channels = {channel for month in found.values() for channel in month}
    names = {channel: _name(tables, channel) for channel in channels}
    rows = [
        (names[channel], [month.get(channel, Span(0, 0)) for month in found.values()]) for channel in channels
    ]
    return sorted(rows, key=lambda row: (-total(row[1]).lower, row[0]))


def _name(tables: list[TableLike], channel: str) -> str:
    known = (table for table in reversed(tables) if channel in table.labels.get("channel", {}))
    table = next(known, tables[-1])
    return reading.label(table, "channel", channel)


def _basis(tables: list[TableLike]) -> Basis:
    last = reading.basis(tables[-1])
    return Basis(**{**vars(last), "first": tables[-_MONTHS:][0].first})


def _sentences(names: list[str], spans: list[Span]) -> tuple[str, ...]:
    if len(spans) < 2:
        return (_("Bisher ist ein Monat veröffentlicht; ein Verlauf braucht mindestens zwei."),)
    now, before = Entry(names[-1], spans[-1]), Entry(names[-2], spans[-2])
    text = _(
        "Stellen, die im letzten Monat ({now}) begannen, haben {now_span} Aufrufe, die aus dem "
        "Monat davor ({before}) {before_span}."
    )
    first = text.format(
        now=now.label, now_span=ranged(now.span), before=before.label, before_span=ranged(before.span)
    )
    told = groups([now, before])
    if len(told) == 1:
        return (first, _("Ein Unterschied zwischen beiden Monaten ist nicht gesichert."))
    if told[0][0] == now:
        return (first, _("Die Zunahme ist gesichert."))
    return (first, _("Der Rückgang ist gesichert."))


def _sheet(names: list[str], rows: list[tuple[str, list[Span]]]) -> Sheet:
    groups = tuple(
        (label, tuple(Line((name, span)) for name, span in zip(names, spans, strict=True)))
        for label, spans in rows
    )
    columns = (Column(_("Monat")), Column(_("Aufrufe"), "span"))
    return Sheet(_("Aufrufe je Kanal und Monat"), columns, groups, on_page=_ON_PAGE * len(names))
