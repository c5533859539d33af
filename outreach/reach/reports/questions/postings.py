"""Which jobs are opened, and on which channels?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import Ranking, latest, ranking
from outreach.reach.reports import plausibility
from outreach.reach.reports.crossing import Crossing
from outreach.reach.reports.reading import TOTAL, TableLike

ORDER, KEY = 30, "stellen"


def title() -> str:
    return _("Welche Stellen werden geöffnet?")


def about() -> str:
    return _("Je Stelle: über welche Kanäle sie geöffnet wird.")


def _table(part: str) -> TableLike | Ranking | None:
    """Of one posting its cells; of all only the sums of what is shown, and of these what a page shows."""
    if part == TOTAL:
        return ranking("posting-channel", "posting", channel=TOTAL)
    return latest("posting-channel", posting=part)


crossing = Crossing(
    key=KEY,
    dimension="posting",
    other="channel",
    table=_table,
    title=title,
    title_of=lambda: _("Über welche Kanäle wird „{name}“ geöffnet?"),
    one=lambda: _("Stelle"),
    other_one=lambda: _("Kanal"),
    where=lambda: _("bei „{name}“"),
    other_where=lambda: _("über „{name}“"),
    quarter=lambda part: plausibility.quarters([part]).get(part, ""),
)
report = crossing.report
