"""In which districts do the links of our partners work?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import history
from outreach.reach.reports.crossing import Crossing, quarters
from outreach.reach.reports.derived import QUARTERS, together

ORDER, KEY = 60, "stadtteile"


def title() -> str:
    return _("In welchen Stadtteilen wirken unsere Partner?")


def about() -> str:
    return _("Je Stadtteil: wie oft Links der Partner geöffnet wurden, die dort arbeiten.")


def _notes() -> list[str]:
    return [
        quarters(),
        _("Gezählt ist der Stadtteil, in dem ein Partner arbeitet. Wo Menschen wohnen, wissen wir nicht."),
        _("Partner, die in mehreren Stadtteilen arbeiten, stehen zusammen in einer eigenen Zeile."),
    ]


crossing = Crossing(
    key=KEY,
    dimension="district",
    other="channel",
    table=lambda part: together(history("district-channel", newest=QUARTERS)),
    title=title,
    title_of=lambda: _("Über welche Kanäle werden Links im Stadtteil {name} geöffnet?"),
    one=lambda: _("Stadtteil"),
    other_one=lambda: _("Kanal"),
    where=lambda: _("bei „{name}“"),
    other_where=lambda: _("über „{name}“"),
    notes=_notes,
)
report = crossing.report
