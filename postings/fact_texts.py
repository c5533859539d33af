"""Facts of an ad in German words and formats: "3.303,85 € bis 4.409,39 € im Monat"."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _


def fact_rows(facts: dict[str, Any]) -> list[dict[str, str]]:
    """The facts as the panel lists them; what was not found is left out."""
    rows = [
        (_("Titel"), facts.get("title")),
        (_("Entgeltgruppe"), facts.get("pay_group")),
        (_("Gehalt"), pay(facts)),
        (_("Stunden in der Woche"), _number(facts.get("hours"))),
        (_("Teilzeit"), _yes_no(facts.get("part_time"))),
        (_("Befristet"), _limited(facts)),
        (_("Beginn"), facts.get("start")),
        (_("Deutschniveau"), facts.get("language_level")),
        (_("Abschluss nötig"), _yes_no(facts.get("degree_required"))),
        (_("Ort"), facts.get("place")),
        (_("Bewerbungsschluss"), date(facts.get("deadline"))),
        (_("Kontakt"), _contact(facts.get("contact"))),
        (_("Bewerbung"), facts.get("apply_url") or facts.get("apply_email")),
        (_("Kennziffer"), facts.get("reference")),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def pay(facts: dict[str, Any]) -> str | None:
    """Amount or range with its period; None without an amount."""
    low, high = facts.get("pay_min"), facts.get("pay_max")
    if low is None:
        return None
    period = {"hour": _("in der Stunde"), "year": _("im Jahr")}.get(facts.get("pay_period"), _("im Monat"))
    if high in (None, low):
        return f"{money(low)} {period}"
    return _("{low} bis {high} {period}").format(low=money(low), high=money(high), period=period)


def money(amount: float) -> str:
    """3303.85 -> "3.303,85 €"."""
    return f"{formats.number_format(amount, decimal_pos=2, force_grouping=True)} €"


def _number(value: float | None) -> str | None:
    return None if value is None else formats.number_format(value, decimal_pos=None if value % 1 else 0)


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else (_("ja") if value else _("nein"))


def _limited(facts: dict[str, Any]) -> str | None:
    until = date(facts.get("limited_until"))
    return _("bis {date}").format(date=until) if until else _yes_no(facts.get("limited"))


def date(value: str | None) -> str | None:
    """2027-01-15 as "15. Januar 2027"."""
    return formats.date_format(datetime.date.fromisoformat(value), "j. F Y") if value else None


def _contact(contact: dict[str, str] | None) -> str | None:
    return ", ".join(filter(None, (contact or {}).values())) or None
