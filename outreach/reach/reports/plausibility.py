"""What is told of figures that are to be read with care: a sentence for people, two words for a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.reach import released
from outreach.reach.released import Mark
from outreach.reach.releases import calendar
from outreach.reach.reports.document import Column, Line, Sheet
from postings.models import Posting

#: More ads than that are looked up all at once.
_FEW = 500


def of(table: object, quarter: str = "") -> tuple[Mark, ...] | None:
    """The marks of the channels a table is about (of all, if it does not say); None: nothing published yet.

    `quarter` ("2026-Q3") leaves out those about the ads of other quarters.
    """
    if not is_of_ads(table):
        return ()
    found = released.marks()
    channels = _channels(table)
    return found and tuple(
        mark
        for mark in found
        if (channels is None or mark.channel in channels) and quarter in ("", mark.quarter)
    )


def is_of_ads(table: object) -> bool:
    """Whether marks say anything about a table: they are worked out of the openings of ads alone."""
    return "event" not in table.dimensions  # type: ignore[attr-defined]


def quarters(postings: Iterable[str]) -> dict[str, str]:
    """Key of a posting -> the quarter it began in ("2026-Q3"): only marks of that one are about it."""
    zone = timezone.get_default_timezone()
    wanted = set(postings)
    rows = Posting.objects.filter(published_at__isnull=False).order_by()
    if len(wanted) < _FEW:
        rows = rows.filter(pk__in=wanted)
    return {
        str(pk): "{}-Q{}".format(*calendar.quarter_of(timezone.localdate(began, zone)))
        for pk, began in rows.values_list("pk", "published_at")
    }


def _channels(table: object) -> set[str] | None:
    """The table's channels; a table made of others may name them itself (`derived.by_partner`)."""
    named = getattr(table, "channels", None)
    if named is not None:
        return set(named)
    dimensions = table.dimensions  # type: ignore[attr-defined]
    if "channel" not in dimensions:
        return None
    place = dimensions.index("channel")
    keys = {key[place] for key in table.cells} - {released.TOTAL}  # type: ignore[attr-defined]
    return keys or None


def sentences(marks: Iterable[Mark]) -> list[str]:
    """One sentence per mark."""
    return [
        _told()[mark.why].format(
            name=mark.name, quarter=_quarter(mark.quarter), share=max(1, int(100 * mark.share))
        )
        for mark in marks
    ]


def short(marks: Iterable[Mark], channel: str) -> str:
    """For a table's row: what is the matter with a channel; empty if nothing is."""
    words = {"burst": _("auffallend viele auf einmal"), "uncertain": _("viele unklar")}
    return ", ".join(words[why] for why in words if (channel, why) in {(m.channel, m.why) for m in marks})


def notes(marks: Iterable[Mark]) -> dict[tuple[str, str], str]:
    """(quarter, channel) -> the same, for tables of many rows."""
    found = tuple(marks)
    places = {(mark.quarter, mark.channel) for mark in found}
    return {
        (quarter, channel): short([mark for mark in found if mark.quarter == quarter], channel)
        for quarter, channel in places
    }


def state(marks: tuple[Mark, ...] | None, *, of_ads: bool = True) -> str:
    """For "about these figures": what was found, or that nothing was, or that it is too early."""
    if not of_ads:
        return _("Wird nur für Stellen geprüft, nicht für Veranstaltungen.")
    if marks is None:
        return _("Wird geprüft, sobald das erste Quartal veröffentlicht ist.")
    return " ".join(sentences(marks)) or _("Nichts Auffälliges in den veröffentlichten Quartalen.")


def noted(sheet: Sheet, marks: tuple[Mark, ...] | None, channels: Iterable[str]) -> Sheet:
    """The table with a column of words, if any of its rows (`channels`, in their order) has a mark."""
    notes = [short(marks or (), channel) for channel in channels]
    if not any(notes):
        return sheet
    left = iter(notes)
    groups = tuple(
        (heading, tuple(Line((*line.cells, next(left)), line.href) for line in lines))
        for heading, lines in sheet.groups
    )
    return replace(sheet, columns=(*sheet.columns, Column(_("Hinweis"))), groups=groups)


def _quarter(name: str) -> str:
    year, _dash, number = name.partition("-Q")
    return _("dem {number}. Quartal {year}").format(number=number, year=year)


def _told() -> dict[str, str]:
    return {
        "burst": _(
            "Über „{name}“ kamen bei Stellen aus {quarter} auffallend viele Aufrufe auf einmal. Was über das "
            "Plausible hinausging, zählt nicht mit; die Zahl kann trotzdem zu hoch sein."
        ),
        "uncertain": _(
            "Bei mindestens {share} % der Aufrufe über „{name}“ (Stellen aus {quarter}) ist unklar, ob ein "
            "Mensch öffnete. Sie zählen nicht mit; die Zahl kann zu niedrig sein."
        ),
    }
