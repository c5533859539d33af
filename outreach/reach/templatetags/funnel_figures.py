"""How ranges and shares are written: always so that the truth is inside."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from outreach.reach.disclosure.estimates import Estimate
from outreach.reach.documents import periods
from outreach.reach.funnel.bounds import Share
from outreach.reach.released import Figure

register = template.Library()


@register.filter
def span(figure: Figure) -> str:
    """A published figure in words: "25 bis 29", "höchstens 4", "keine Angabe"."""
    low = _number(figure.lower)
    if figure.upper is None:
        return _("mindestens {low}").format(low=low) if figure.lower else _("keine Angabe")
    high = _number(figure.upper)
    if figure.lower == figure.upper:
        return low
    if figure.lower == 0:
        return _("höchstens {high}").format(high=high)
    return _("{low} bis {high}").format(low=low, high=high)


@register.filter
def quarter(name: str) -> str:
    """ "3. Quartal 2026" of "2026-Q3"; anything else as it is."""
    period = periods.read(name)
    return period.name(get_language() or "de") if period and period.quarter else name


@register.filter
def share(found: Share | None) -> str:
    """ "14 bis 23 %"; "nicht bekannt" if nothing is known."""
    if found is None or found.unknown:
        return _("nicht bekannt")
    low, high = found.percent
    if low == high:
        return _("{low} %").format(low=low)
    if low == 0:
        return _("höchstens {high} %").format(high=high)
    return (
        _("mindestens {low} %").format(low=low)
        if high >= 100
        else _("{low} bis {high} %").format(low=low, high=high)
    )


@register.filter
def beside(names: Sequence[str], figures: Sequence[Figure]) -> list[tuple[str, Figure]]:
    """Each figure with the name of its column, which a phone shows beside it."""
    return list(zip(names, figures, strict=True))


@register.filter
def estimated(found: Estimate | None) -> str:
    """ "etwa 31 % (24 bis 38 %)", or that there is not enough data: a result like any other."""
    if found is None or not found.enough:
        return _("nicht genug Daten")
    value, lower, upper = (round(100 * part) for part in found.shown)
    return _("etwa {value} % ({lower} bis {upper} %)").format(value=value, lower=lower, upper=upper)


def _number(value: int) -> str:
    return number_format(value, force_grouping=True)
