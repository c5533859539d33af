"""What do our partners bring about?"""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from channels.models import Channel, Partner
from outreach.reach.released import Ranking, latest, ranking
from outreach.reach.reports.crossing import Crossing
from outreach.reach.reports.derived import by_partner, together
from outreach.reach.reports.reading import TOTAL, TableLike

ORDER, KEY = 40, "partner"


def title() -> str:
    return _("Was bewirken unsere Partner?")


def about() -> str:
    return _("Je Partner: wie oft die eigenen Links geöffnet wurden, und für welche Stellen.")


def _notes() -> list[str]:
    return [
        _("Die Zahlen sagen nichts über die Mühe: Ein Aushang im Verein wirkt auch, ohne dass jemand tippt."),
        _("Partner sehen auf der eigenen Seite nur die eigenen Zahlen."),
    ]


def _table(part: str) -> TableLike | Ranking | None:
    """Of all partners only the sums of what is shown; of one with one channel the ads a page shows."""
    if part == TOTAL:
        return _moved(latest("posting-channel", posting=TOTAL))
    own = Channel.objects.filter(partner=part).order_by("pk") if part.isascii() and part.isdigit() else ()
    channels = [str(channel.pk) for channel in own]
    if len(channels) == 1:
        return _alone(part, channels[0])
    found = [latest("posting-channel", channel=channel) for channel in channels]
    return _moved(together([one for one in found if one is not None]))


def _moved(table: TableLike | None) -> TableLike | None:
    moved = by_partner(table) if table else None
    return moved if moved and moved.cells else None


def _alone(partner: str, channel: str) -> Ranking | None:
    """A partner's only channel under the partner's name."""
    found = ranking("posting-channel", "posting", channel=channel)
    if found is None or not found.brackets:
        return None
    names = {partner: Partner.objects.get(pk=partner).name}
    return replace(found, dimensions=("posting", "partner"), labels={"partner": names})


crossing = Crossing(
    key=KEY,
    dimension="partner",
    other="posting",
    table=_table,
    title=title,
    title_of=lambda: _("Was bewirkt „{name}“?"),
    one=lambda: _("Partner"),
    other_one=lambda: _("Stelle"),
    where=lambda: _("über „{name}“"),
    other_where=lambda: _("bei „{name}“"),
    notes=_notes,
)
report = crossing.report
