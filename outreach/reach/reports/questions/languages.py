"""In which languages are our jobs opened?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from outreach.reach.released import history
from outreach.reach.reports.crossing import Crossing, quarters
from outreach.reach.reports.derived import QUARTERS, together

ORDER, KEY = 50, "sprachen"


def title() -> str:
    return _("In welchen Sprachen werden unsere Stellen geöffnet?")


def about() -> str:
    return _("Je Sprache der Links: wie oft sie geöffnet wurden, und über welche Kanäle.")


def _notes() -> list[str]:
    return [quarters(), _("Gezählt ist die Sprache des Links, nicht die Sprache oder Herkunft von Menschen.")]


crossing = Crossing(
    key=KEY,
    dimension="language",
    other="channel",
    table=lambda part: together(history("language-channel", newest=QUARTERS)),
    title=title,
    title_of=lambda: _("Über welche Kanäle werden Links auf {name} geöffnet?"),
    one=lambda: _("Sprache"),
    other_one=lambda: _("Kanal"),
    where=lambda: _("auf {name}"),
    other_where=lambda: _("über „{name}“"),
    notes=_notes,
)
report = crossing.report
