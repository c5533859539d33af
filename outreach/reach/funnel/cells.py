"""What a row of a report means: an ad, a channel's code, a step, a period. Or why it means none."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from channels import links
from channels.models import Link
from outreach.reach.funnel import periods
from outreach.reach.funnel.periods import Period
from outreach.reach.funnel.steps import Step
from postings.models import Posting

#: More applications than this in a week on one channel are a mistake of the one who counts.
MOST = 10_000


class Row(NamedTuple):
    """One row as it was told. `posting` may be empty if there is a code, `code` if nobody brought one."""

    posting: str
    code: str
    step: str
    period: str
    count: int


class Cell(NamedTuple):
    """What the row counts."""

    posting: int
    link: int | None
    step: str
    period: Period


class Problem(NamedTuple):
    """Why a row cannot be taken in. `row` counts from 0."""

    row: int
    field: str
    sentence: str


class Wrong(Exception):  # noqa: N818 - it reads as what the row is
    """Raised while a row is read: the field, and the sentence."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


class Directory:
    """The ads and codes that the rows name, read at once."""

    def __init__(self, rows: Iterable[Row]) -> None:
        rows = list(rows)
        codes = {row.code for row in rows if links.is_code(row.code)}
        found = Link.objects.filter(code__in=codes).select_related("posting")
        self.links = {link.code: link for link in found}
        slugs = {row.posting for row in rows if row.posting and "\0" not in row.posting}
        self.postings = {posting.slug: posting for posting in Posting.objects.filter(slug__in=slugs)}


def read(rows: list[Row], today: datetime.date) -> tuple[list[Cell | None], list[Problem]]:
    """The cell of each row (None where it is wrong), and what is wrong, a sentence per wrong row."""
    directory = Directory(rows)
    cells: list[Cell | None] = []
    problems = []
    for number, row in enumerate(rows):
        try:
            cells.append(_cell(row, directory, today))
        except Wrong as wrong:
            cells.append(None)
            problems.append(Problem(number, wrong.field, wrong.sentence))
    return cells, [*problems, *_twice(cells)]


def _cell(row: Row, directory: Directory, today: datetime.date) -> Cell:
    link = _link(row, directory)
    posting = _posting(row, link, directory)
    if row.step not in Step.values:
        raise Wrong("step", _("Den Schritt „{step}“ gibt es nicht. Möglich sind: {steps}.").format(
            step=row.step, steps=", ".join(Step.values)))  # fmt: skip
    period = _period(row.period, today)
    if posting.published_at is None or period.last < _day(posting.published_at):
        sentence = _("In diesem Zeitraum war die Stelle noch nicht veröffentlicht.")
        raise Wrong("period", sentence)
    _number(row.count)
    return Cell(posting.pk, link.pk if link else None, row.step, period)


def _link(row: Row, directory: Directory) -> Link | None:
    if not row.code:
        return None
    link = directory.links.get(row.code)
    if link is None:
        raise Wrong("code", _("Den Kanal-Code „{code}“ kennen wir nicht. Er steht in der Adresse, mit der "
                              "jemand zum Portal kommt.").format(code=row.code[:40]))  # fmt: skip
    if link.posting is None:
        raise Wrong("code", _("Dieser Code gehört zu einer Veranstaltung, nicht zu einer Stelle."))
    return link


def _posting(row: Row, link: Link | None, directory: Directory) -> Posting:
    if not row.posting:
        if link is None:
            raise Wrong("posting", _("Stelle und Kanal-Code fehlen. Eines von beiden brauchen wir."))
        return link.posting
    posting = directory.postings.get(row.posting)
    if posting is None:
        raise Wrong("posting", _("Die Stelle „{slug}“ kennen wir nicht. Gemeint ist der letzte Teil ihrer "
                                 "Adresse unter /stellen/.").format(slug=row.posting[:80]))  # fmt: skip
    if link is not None and link.posting_id != posting.pk:
        raise Wrong("code", _("Dieser Kanal-Code gehört zu einer anderen Stelle."))
    return posting


def _period(text: str, today: datetime.date) -> Period:
    period = periods.read(text)
    if period is None:
        raise Wrong("period", _("„{period}“ ist kein Zeitraum. Nötig ist ein Tag (2026-11-16) oder eine "
                                "Woche (2026-W47), nichts Feineres.").format(period=text[:40]))  # fmt: skip
    if period.last >= today:
        sentence = _("Dieser Zeitraum ist noch nicht vorbei. Bitte melden Sie ihn danach.")
        raise Wrong("period", sentence)
    return period


def _number(count: int) -> None:
    if count < 0:
        raise Wrong("count", _("Eine Anzahl kann nicht kleiner als 0 sein."))
    if count > MOST:
        raise Wrong("count", _("{count} Bewerbungen in einem Zeitraum auf einem Kanal: das kann nicht "
                               "stimmen (höchstens {most}).").format(count=count, most=MOST))  # fmt: skip


def _day(moment: datetime.datetime) -> datetime.date:
    return timezone.localdate(moment, timezone.get_default_timezone())


def _twice(cells: list[Cell | None]) -> Iterator[Problem]:
    """Rows of one report that count the same days twice."""
    seen: dict[tuple[int, int | None, str], list[Period]] = {}
    for number, cell in enumerate(cells):
        if cell is None:
            continue
        earlier = seen.setdefault(cell[:3], [])
        if any(cell.period.meets(period) for period in earlier):
            sentence = _(
                "Diese Tage stehen für dieselbe Stelle, denselben Code und denselben Schritt schon "
                "weiter oben."
            )
            yield Problem(number, "period", sentence)
        earlier.append(cell.period)
