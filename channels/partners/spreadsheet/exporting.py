"""The table of partners, as Excel and LibreOffice open it with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from channels.models import Partner
from channels.partners.spreadsheet.columns import columns

BYTE_ORDER_MARK = "\ufeff"  # so that umlauts are read right


def as_csv(partners: Iterable[Partner]) -> str:
    """Semicolons, as spreadsheets in German want them."""
    out, shown = io.StringIO(), columns()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in shown])
    writer.writerows([column.show(partner) for column in shown] for partner in partners)
    return BYTE_ORDER_MARK + out.getvalue()
