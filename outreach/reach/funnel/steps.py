"""The steps on the way to a job, in order. Words only."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Step(TextChoices):
    """What the application portal counts. Each is a number of applications, and so of persons."""

    STARTED = "started", _("Bewerbung begonnen")
    FINISHED = "finished", _("Bewerbung abgeschickt")
    INVITED = "invited", _("Zum Gespräch eingeladen")
    HIRED = "hired", _("Eingestellt")


#: All steps as they are shown: the first three are counted here, and none of the three counts persons.
BEFORE = {
    "deliveries": _("An den Kanal gesendet"),
    "handoffs": _("Weitergegeben"),
    "openings": _("Link geöffnet"),
}
SHOWN = (*BEFORE, *Step.values)
#: In the place of a channel: who applied without any link of ours.
NO_CODE, NO_CODE_NAME = "-", _("ohne Kanal-Code")


def label(step: str) -> str:
    """The German name of a step; KeyError if there is none such."""
    return str(BEFORE[step] if step in BEFORE else Step(step).label)
