"""Dates and money as people write them in the language that is being spoken."""

from __future__ import annotations

import datetime

from django.utils import translation
from django.utils.formats import date_format

_GERMAN = str.maketrans(",.", ".,")


def day(value: datetime.date | str) -> str:
    """`2027-01-15` -> "15. Januar 2027", in English "15 January 2027"."""
    date = datetime.date.fromisoformat(value) if isinstance(value, str) else value
    return date_format(date, "j. F Y")


def money(value: float) -> str:
    """`3303.85` -> "3.303,85 €", in English "€3,303.85"."""
    text = f"{value:,.2f}"
    return f"€{text}" if _english() else f"{text.translate(_GERMAN)} €"


def whole(value: float) -> str:
    """`3779.84` -> "3.780", in English "3,780"."""
    text = f"{round(value):,}"
    return text if _english() else text.translate(_GERMAN)


def number(value: float) -> str:
    """`39.0` -> "39", `19.5` -> "19,5", in English "19.5"."""
    text = f"{value:g}"
    return text if _english() else text.translate(_GERMAN)


def _english() -> bool:
    return (translation.get_language() or "").startswith("en")
