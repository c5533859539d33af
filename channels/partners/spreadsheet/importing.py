"""Taking a table in: first a preview with what would happen line by line, then everything or nothing.

New partners are invited, not active. Known ones are found by their address (then by name); an empty cell
leaves what is there, and nothing here touches consent: status, dates, and what partners set themselves.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from channels.models import Partner
from channels.partners.spreadsheet.columns import Column, Unreadable, column_of, columns
from channels.partners.spreadsheet.reading import NoTable, Table, read

_NEEDED = ("name", "email")


@dataclass
class Line:
    """One line of the table and what would become of it."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    partner: Partner | None = None
    changes: list[str] = field(default_factory=list)  # headings
    skipped: bool = False

    @property
    def name(self) -> str:
        return str(self.values.get("name") or (self.partner.name if self.partner else ""))

    @property
    def email(self) -> str:
        return str(self.values.get("email") or (self.partner.email if self.partner else ""))


@dataclass
class Preview:
    """All lines, and the headings nobody reads."""

    lines: list[Line]
    unread: list[str]

    @property
    def wrong(self) -> list[Line]:
        return [line for line in self.lines if line.errors and not line.skipped]

    @property
    def new(self) -> list[Line]:
        return [line for line in self._good if line.partner is None]

    @property
    def changed(self) -> list[Line]:
        return [line for line in self._good if line.partner and line.changes]

    @property
    def _good(self) -> list[Line]:
        return [line for line in self.lines if not line.errors and not line.skipped]


def preview(text: str, skip: Collection[int] = ()) -> Preview:
    """What importing would do; writes nothing."""
    table = read(text)
    placed, unread = _placed(table)
    lines = [_line(number, cells, placed) for number, cells in table.rows]
    for line in lines:
        line.skipped = line.number in skip
    _match(lines)
    return Preview(lines, unread)


@transaction.atomic
def take_in(text: str, skip: Collection[int] = ()) -> Preview | None:
    """Everything that was chosen, or nothing: None if a chosen line is still wrong."""
    found = preview(text, skip)
    if found.wrong:
        return None
    for line in found.new:
        Partner.objects.create(**{"kind": Partner.Kind.ASSOCIATION, **line.values})
    for line in found.changed:
        for name, value in line.values.items():
            setattr(line.partner, name, value)
        line.partner.save(update_fields=list(line.values))
    return found


def _placed(table: Table) -> tuple[dict[int, Column], list[str]]:
    """Place -> column; and the headings that mean nothing to us or are only told by us."""
    placed: dict[int, Column] = {}
    unread = []
    for place, heading in enumerate(table.headings):
        column = column_of(heading)
        if column and column.read and column not in placed.values():
            placed[place] = column
        elif heading.strip() and (column is None or column.read):
            unread.append(heading.strip())
    missing = [name for name in _NEEDED if name not in {column.name for column in placed.values()}]
    if missing:
        raise NoTable(
            _(
                "In der ersten Zeile müssen die Überschriften „Name“ und „E-Mail“ stehen. Gefunden: {found}."
            ).format(found=", ".join(heading.strip() for heading in table.headings if heading.strip()) or "–")
        )
    return placed, unread


def _line(number: int, cells: list[str], placed: dict[int, Column]) -> Line:
    line = Line(number)
    for place, column in placed.items():
        cell = cells[place] if place < len(cells) else ""
        if not cell.strip() and column.name not in _NEEDED:
            continue  # empty: leave what is there
        try:
            line.values[column.name] = column.read(cell)
        except Unreadable as error:
            line.errors.append(str(error))
    return line


def _match(lines: list[Line]) -> None:
    """Find the partners that are meant, and what would change."""
    known = list(Partner.objects.all())
    by_email: dict[str, list[Partner]] = {}
    for partner in known:
        by_email.setdefault(partner.email.casefold(), []).append(partner)
    by_name = {partner.name.casefold(): partner for partner in known}
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.skipped or line.errors:
            continue
        _meant(line, by_email.get(line.email.casefold(), []), by_name.get(line.name.casefold()))
        _twice(line, seen)


def _meant(line: Line, same_email: list[Partner], same_name: Partner | None) -> None:
    if same_name in same_email or (len(same_email) == 1 and same_name is None):
        line.partner = same_name or same_email[0]
    elif same_name:
        sentence = _(
            "„{name}“ gibt es schon mit der Adresse {email}. "
            "Eine neue Adresse tragen Sie bitte beim Partner ein. Dann fragen wir dort noch einmal nach."
        )
        line.errors.append(sentence.format(name=same_name.name, email=same_name.email))
    elif same_email:
        names = ", ".join(partner.name for partner in same_email)
        line.errors.append(
            _("Diese Adresse haben mehrere Partner: {names}. Bitte schreiben Sie den Namen genauso.").format(
                names=names
            )
        )
    if line.partner:
        line.values.pop("email", None)  # the same but for capitals; consent belongs to it as it is
        line.changes = [
            _heading(name) for name, value in line.values.items() if value != getattr(line.partner, name)
        ]


def _twice(line: Line, seen: dict[tuple[str, str], int]) -> None:
    keys = [("name", line.name.casefold())]
    keys += [("partner", str(line.partner.pk))] if line.partner else []
    for key in keys:
        if (first := seen.setdefault(key, line.number)) != line.number and not line.errors:
            line.errors.append(_("Steht schon in Zeile {number}.").format(number=first))


def _heading(name: str) -> str:
    return next(column.heading for column in columns() if column.name == name)
