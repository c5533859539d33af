"""First openings of a device beside all others, where a city tells them apart: a small table, or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from outreach.reach.opening import devices
from outreach.reach.released import history
from outreach.reach.reports import reading
from outreach.reach.reports.derived import QUARTERS, together
from outreach.reach.reports.document import Column, Line, Sheet
from outreach.reach.reports.reading import TOTAL, TableLike
from outreach.reach.reports.spans import Span
from outreach.reach.reports.told import day

TABLE = "device-channel"


class Extra(NamedTuple):
    """What a report says besides."""

    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()


def by_channel() -> Extra:
    """Of each setting a table: per channel the first openings, and all others."""
    if (table := _table()) is None:
        return Extra()
    columns = (Column(_("Kanal")), Column(_("Erste Aufrufe"), "span"), Column(_("Weitere Aufrufe"), "span"))
    channels = [(reading.label(table, "channel", key), key) for key in reading.keys(table, "channel")]
    found = _minutes(key[0] for key in table.cells)
    sheets = []
    for minutes in found:
        first, other = (devices.key(part, minutes) for part in (devices.FIRST, devices.OTHER))
        lines = tuple(
            Line((name, _span(table, first, key), _span(table, other, key)))
            for name, key in [(_("Alle Kanäle"), TOTAL), *channels]
            if (first, key) in table.cells
        )
        sheets.append(Sheet(_caption(table, minutes), columns, (("", lines),)))
    return Extra(tuple(sheets), _notes(found))


def of_channel(channel: str) -> Extra:
    """The same of one channel: a line for each part."""
    if (table := _table()) is None:
        return Extra()
    columns = (Column(_("Art")), Column(_("Aufrufe"), "span"))
    found = _minutes(key[0] for key in table.cells if key[1] == channel)
    sheets = []
    for minutes in found:
        parts = [devices.key(part, minutes) for part in (devices.FIRST, devices.OTHER)]
        lines = tuple(Line((devices.name(part), _span(table, part, channel))) for part in parts)
        sheets.append(Sheet(_caption(table, minutes), columns, (("", lines),)))
    return Extra(tuple(sheets), _notes(found) if found else ())


def _table() -> TableLike | None:
    """The quarters in which devices were told apart."""
    return together(history(TABLE, newest=QUARTERS))


def _minutes(keys: Iterable[str]) -> list[int]:
    return sorted({device.minutes for key in keys if (device := devices.read(key))})


def _span(table: TableLike, device: str, channel: str) -> Span:
    figure = table.cells.get((device, channel))
    return Span.of(figure) if figure else Span(0, None)


def _caption(table: TableLike, minutes: int) -> str:
    caption = _("Erste Aufrufe eines Geräts in {minutes} Minuten, vom {first} bis {last}")
    return caption.format(minutes=minutes, first=day(table.first), last=day(table.last))


def _notes(minutes: Iterable[int]) -> tuple[str, ...]:
    about = _(
        "Erste Aufrufe gibt es nur für Quartale, in denen Geräte durchgehend unterschieden wurden, und nicht "
        "für einzelne Stellen."
    )
    return (*map(devices.explained, minutes), about)
