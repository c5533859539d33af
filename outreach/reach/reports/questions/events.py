"""Which invitations to events are opened, and on which channels?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import Ranking, latest, ranking
from outreach.reach.reports.crossing import Crossing
from outreach.reach.reports.reading import TOTAL, TableLike

ORDER, KEY = 34, "veranstaltungen"
TABLE = "event-channel"


def title() -> str:
    return _("Welche Veranstaltungen werden geöffnet?")


def about() -> str:
    return _("Je Veranstaltung: über welche Kanäle die Einladung geöffnet wird.")


def _table(part: str) -> TableLike | Ranking | None:
    """Of one event its cells; of all only the sums of what is shown, and of these what a page shows."""
    if part == TOTAL:
        return ranking(TABLE, "event", channel=TOTAL)
    return latest(TABLE, event=part)


def notes() -> list[str]:
    return [
        _("Wer eine Einladung öffnet, kommt noch nicht: Wie viele Menschen da waren, steht hier nicht."),
    ]


crossing = Crossing(
    key=KEY,
    dimension="event",
    other="channel",
    table=_table,
    title=title,
    title_of=lambda: _("Über welche Kanäle wird „{name}“ geöffnet?"),
    one=lambda: _("Veranstaltung"),
    other_one=lambda: _("Kanal"),
    where=lambda: _("bei „{name}“"),
    other_where=lambda: _("über „{name}“"),
    notes=notes,
)
report = crossing.report
