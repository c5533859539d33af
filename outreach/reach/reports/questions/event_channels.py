"""Which channels bring people to our events?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import Ranking, latest, ranking
from outreach.reach.reports.crossing import Crossing
from outreach.reach.reports.questions.events import TABLE, notes
from outreach.reach.reports.reading import TOTAL, TableLike

ORDER, KEY = 36, "veranstaltungskanaele"


def title() -> str:
    return _("Welche Kanäle bringen Menschen zu unseren Veranstaltungen?")


def about() -> str:
    return _("Alle Kanäle, die Einladungen tragen; je Kanal, welche Veranstaltungen geöffnet wurden.")


def _table(part: str) -> TableLike | Ranking | None:
    """Of all channels only the sums of what is shown, which are few; of one the events a page shows."""
    if part == TOTAL:
        return latest(TABLE, event=TOTAL)
    return ranking(TABLE, "event", channel=part)


crossing = Crossing(
    key=KEY,
    dimension="channel",
    other="event",
    table=_table,
    title=title,
    title_of=lambda: _("Welche Veranstaltungen werden über „{name}“ geöffnet?"),
    one=lambda: _("Kanal"),
    other_one=lambda: _("Veranstaltung"),
    where=lambda: _("über „{name}“"),
    other_where=lambda: _("bei „{name}“"),
    notes=notes,
)
report = crossing.report
