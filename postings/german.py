"""Dates and money as people in Germany write them, whatever language the interface has."""

from __future__ import annotations

import datetime

from django.utils import translation
from django.utils.formats import date_format


def day(value: datetime.date | str) -> str:
    """`2027-01-15` -> "15. Januar 2027"."""
    date = datetime.date.fromisoformat(value) if isinstance(value, str) else value
    with translation.override("de"):
        return date_format(date, "j. F Y")


def money(value: float) -> str:
    """`3303.85` -> "3.303,85 €"."""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,")) + " €"


def whole(value: float) -> str:
    """`3779.84` -> "3.780"."""
    return f"{round(value):,}".replace(",", ".")


def number(value: float) -> str:
    """`39.0` -> "39", `19.5` -> "19,5"."""
    return f"{value:g}".replace(".", ",")
