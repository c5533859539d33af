"""Which channels work for this kind of job?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import history
from outreach.reach.reports.crossing import Crossing, quarters
from outreach.reach.reports.derived import QUARTERS, together

ORDER, KEY = 10, "berufsfelder"


def title() -> str:
    return _("Welche Kanäle wirken für welche Art von Stelle?")


def about() -> str:
    return _("Je Berufsfeld: über welche Kanäle die Stellen geöffnet werden, und wie sicher das ist.")


def _notes() -> list[str]:
    return [
        quarters(),
        _("Eine Stelle mit mehreren Berufsfeldern zählt in ihrem ersten."),
        _("Ein Kanal, über den mehr Stellen gehen, wird auch öfter geöffnet: Die Zahlen sind Summen."),
    ]


crossing = Crossing(
    key=KEY,
    dimension="family",
    other="channel",
    table=lambda part: together(history("family-channel", newest=QUARTERS)),
    title=title,
    title_of=lambda: _("Welche Kanäle wirken für „{name}“?"),
    one=lambda: _("Berufsfeld"),
    other_one=lambda: _("Kanal"),
    where=lambda: _("bei {name}"),
    other_where=lambda: _("über „{name}“"),
    notes=_notes,
)
report = crossing.report
