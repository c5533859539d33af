"""The released figures as a table for spreadsheets: exactly what the pages show."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from outreach.reach import released
from outreach.reach.released import Cell
from outreach.reach.reports import plausibility

BYTE_ORDER_MARK = "\ufeff"  # so that spreadsheets read umlauts right
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


class Words(NamedTuple):
    """What stands in every line, in the reader's language."""

    last: str
    hidden: str
    kind: str
    #: (quarter an ad began in, channel) -> what is to be known of such figures.
    notes: Mapping[tuple[str, str], str]


def as_csv(last: datetime.date | None, threshold: int, parts: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Semicolons and a byte order mark, as German spreadsheets want it; part by part.

    All words are looked up before the first part is read: later the reader's language is forgotten.
    """
    heads = [_("Stand bis"), _("Stelle"), _("Kanal"), _("Aufrufe"), _("Art der Zahl"), _("Hinweis")]
    hidden = _("unter %(threshold)d") % {"threshold": threshold}
    notes = plausibility.notes(released.marks() or ())
    words = Words(last.isoformat() if last else "", hidden, _("jedes Öffnen zählt"), notes)
    return _written(heads, words, iter(parts))


def _written(heads: list[str], words: Words, parts: Iterator[Sequence[Cell]]) -> Iterator[str]:
    first = next(parts, ())  # the headings come with the first lines, so that "first byte" means something
    yield BYTE_ORDER_MARK + _lines([heads, *_rows(words, first)])
    for part in parts:
        yield _lines(_rows(words, part))


def _lines(rows: Iterable[Sequence[str | int]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _rows(words: Words, part: Sequence[Cell]) -> Iterator[list[str | int]]:
    quarters = plausibility.quarters({cell.key[0] for cell in part}) if words.notes else {}
    for cell in part:
        value = words.hidden if cell.figure.value is None else cell.figure.value
        note = words.notes.get((quarters.get(cell.key[0], ""), cell.key[1]), "")
        yield [words.last, _text(cell.one), _text(cell.two), value, words.kind, note]


def _text(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    stripped = value.lstrip(" \u00a0\ufeff")
    return f"'{value}" if stripped.startswith(FORMULA_STARTS) else value
