"""A table as CSV that German spreadsheets open as it is meant, and in which no text becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def as_csv(rows: Iterable[Iterable[str | int]]) -> str:
    """Semicolons and a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _cell(value: str | int) -> str | int:
    """Names come from people: what a spreadsheet would run is shown as text."""
    if isinstance(value, int):
        return value
    return f"'{value}" if value.lstrip(" \u00a0\ufeff").startswith(_FORMULA_STARTS) else value
