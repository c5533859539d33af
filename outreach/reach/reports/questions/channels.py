"""Which channels bring people to our jobs?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import Ranking, latest, ranking
from outreach.reach.reports import devices
from outreach.reach.reports.crossing import Crossing
from outreach.reach.reports.reading import TOTAL, TableLike

ORDER, KEY = 20, "kanaele"


def title() -> str:
    return _("Welche Kanäle bringen Menschen zu unseren Stellen?")


def about() -> str:
    return _("Alle Kanäle zusammen, seit die Zählung begann; je Kanal, welche Stellen geöffnet wurden.")


def _table(part: str) -> TableLike | Ranking | None:
    """Of all channels only the sums of what is shown, which are few; of one the ads a page shows."""
    if part == TOTAL:
        return latest("posting-channel", posting=TOTAL)
    return ranking("posting-channel", "posting", channel=part)


crossing = Crossing(
    key=KEY,
    dimension="channel",
    other="posting",
    table=_table,
    title=title,
    title_of=lambda: _("Welche Stellen werden über „{name}“ geöffnet?"),
    one=lambda: _("Kanal"),
    other_one=lambda: _("Stelle"),
    where=lambda: _("über „{name}“"),
    other_where=lambda: _("bei „{name}“"),
    more=devices.of_channel,
)
report = crossing.report
