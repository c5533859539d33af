"""The released figures as a table for spreadsheets: exactly what the pages show."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from outreach.reach.models import ReleasedFigure

BYTE_ORDER_MARK = "\ufeff"  # so that spreadsheets read umlauts right
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def as_csv(cells: Iterable[ReleasedFigure]) -> str:
    """Semicolons and a byte order mark, as German spreadsheets want it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Stand bis"), _("Stelle"), _("Kanal"), _("Aufrufe")])
    writer.writerows(_row(cell) for cell in cells)
    return BYTE_ORDER_MARK + out.getvalue()


def _row(cell: ReleasedFigure) -> list[str | int]:
    release = cell.release
    hidden = _("unter %(threshold)d") % {"threshold": release.threshold}
    shown = hidden if cell.value is None else cell.value
    return [release.last_day.isoformat(), _text(cell.posting.title), _text(cell.channel.name), shown]


def _text(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    stripped = value.lstrip(" \u00a0\ufeff")
    return f"'{value}" if stripped.startswith(FORMULA_STARTS) else value
