"""What every report says about its figures: what was counted, when, how it is protected, how sure it is."""

from __future__ import annotations

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from outreach.reach.reports import plausibility
from outreach.reach.reports.document import Basis


def day(value) -> str:
    """A day in the reader's language: "3. November 2026", "3 November 2026"."""
    return formats.date_format(value, _("j. F Y"))


def facts(basis: Basis) -> list[tuple[str, str]]:
    """Label and text of each thing a reader must know before using a figure."""
    released = timezone.localtime(basis.released_at).date()
    return [
        (_("Gezählt"), basis.unit),
        (_("Plausibilität"), plausibility.state(basis.marks, of_ads=basis.of_ads)),
        (_("Zeitraum"), _("{first} bis {last}").format(first=day(basis.first), last=day(basis.last))),
        (_("Veröffentlicht"), day(released)),
        (_("Schutz"), _protection(basis)),
        (_("Unsicherheit"), _uncertainty(basis)),
    ]


def _protection(basis: Basis) -> str:
    if basis.method == "cell-key":
        text = _(
            "Zahlen unter {threshold} und knapp darüber sind verborgen, alle anderen leicht verändert "
            "(Zellschlüssel)."
        )
    elif basis.base > 1:
        text = _("Zahlen unter {threshold} sind verborgen, alle anderen auf Vielfache von {base} gerundet.")
    else:
        text = _("Zahlen unter {threshold} sind verborgen.")
    hidden = _("Weitere Zahlen sind verborgen, wo sich sonst kleine ausrechnen ließen.")
    return f"{text.format(threshold=basis.threshold, base=basis.base)} {hidden}"


def _uncertainty(basis: Basis) -> str:
    return _(
        "Der wahre Wert liegt zwischen „mindestens“ und „höchstens“. Gruppen berücksichtigen auch den Zufall."
    )
