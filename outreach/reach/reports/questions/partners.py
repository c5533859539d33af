"""What do our partners bring about?"""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from channels.models import Partner
from outreach.reach.released import Ranking, joined, latest, ranking
from outreach.reach.reports.crossing import Crossing
from outreach.reach.reports.derived import by_partner
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
    """Of all partners only the sums of what is shown; of one the ads a page shows."""
    if part != TOTAL:
        return _ads(part)
    found = latest("posting-channel", posting=TOTAL)
    moved = by_partner(found) if found else None
    return moved if moved and moved.cells else None


def _ads(part: str) -> Ranking | None:
    """The ads of all channels of a partner, under the partner's name."""
    partner = Partner.objects.filter(pk=part).first() if part.isascii() and part.isdigit() else None
    own = partner.channels.order_by("pk").values_list("pk", flat=True) if partner else ()
    channels = [str(pk) for pk in own]
    if len(channels) == 1:
        found = ranking("posting-channel", "posting", channel=channels[0])
    else:
        found = joined("posting-channel", "posting", over="channel", keys=channels)
    if partner is None or found is None or not found.brackets:
        return None
    return replace(found, dimensions=("posting", "partner"), labels={"partner": {part: partner.name}})


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
