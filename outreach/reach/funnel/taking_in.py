"""Taking in a report: as a whole or not at all, once, and a second number for a cell with a trace."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.people.models import User
from outreach.reach.funnel import cells as reading
from outreach.reach.funnel.cells import Cell, Problem, Row
from outreach.reach.funnel.models import Correction, PortalKey, Report, ReportedCount
from outreach.reach.funnel.periods import Period
from outreach.reach.funnel.steps import Step
from postings.models import Posting

NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
MOST_ROWS = 5000


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """Nothing was taken in; a sentence per row that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} rows are wrong")
        self.problems = problems


class OtherContent(Exception):  # noqa: N818
    """A report of this name was taken in before, and it said something else."""


class Sender(NamedTuple):
    """Who tells: the portal by its key, or a person of the staff by a table."""

    key: PortalKey | None = None
    by: User | None = None


class Plan(NamedTuple):
    """What would happen to each row: "added", "corrected" or "unchanged"."""

    cells: list[Cell]
    fates: list[str]
    stored: dict[Cell, ReportedCount]

    def number(self, fate: str) -> int:
        return self.fates.count(fate)


def take_in(
    name: str, rows: list[Row], sender: Sender, now: datetime.datetime | None = None
) -> tuple[Report, bool]:
    """Store the report. Returns it, and True if it was taken in just now (False: it was known already).

    `now`: when it arrived (default: this moment); only periods that were over by then can be told.
    Raises `Refused` if a row is wrong (then nothing is stored), `OtherContent` if the name is taken.
    """
    now = now or timezone.now()
    digest = digest_of(rows)
    with transaction.atomic():
        if known := Report.objects.filter(name=name).first():
            return _known(known, digest), False
        plan = _planned(rows, now, lock=True)
        report, made = Report.objects.get_or_create(
            name=name,
            defaults={
                "digest": digest,
                "source": Report.Source.PORTAL if sender.key else Report.Source.TABLE,
                "key": sender.key,
                "by": sender.by,
                "received_at": now,
                **{fate: plan.number(fate) for fate in ("added", "corrected", "unchanged")},
            },
        )
        if not made:  # the same report arrived twice at once
            return _known(report, digest), False
        _store(report, rows, plan)
        return report, True


def planned(rows: list[Row]) -> Plan:
    """What taking these rows in would do. Raises `Refused`."""
    return _planned(rows, timezone.now(), lock=False)


def digest_of(rows: list[Row]) -> str:
    """Names the content of a report, whatever the order of its rows."""
    return hashlib.sha256(json.dumps(sorted(rows)).encode()).hexdigest()


def _known(report: Report, digest: str) -> Report:
    if report.digest != digest:
        raise OtherContent
    return report


def _planned(rows: list[Row], now: datetime.datetime, *, lock: bool) -> Plan:
    found, problems = reading.read(rows, timezone.localdate(now, timezone.get_default_timezone()))
    if problems:
        raise Refused(problems)
    cells = [cell for cell in found if cell is not None]
    if lock:  # two reports about the same ad wait for each other
        wanted = {cell.posting for cell in cells}
        list(Posting.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk"))
    stored = _stored({cell.posting for cell in cells})
    problems = [*_told_otherwise(cells, stored), *_impossible(cells, rows, stored)]
    if problems:
        raise Refused(sorted(problems))
    fates = [_fate(stored.get(cell), row.count) for cell, row in zip(cells, rows, strict=True)]
    return Plan(cells, fates, stored)


def _fate(before: ReportedCount | None, count: int) -> str:
    if before is None:
        return "added"
    return "unchanged" if before.total == count else "corrected"


def _stored(postings: set[int]) -> dict[Cell, ReportedCount]:
    return {
        Cell(row.posting_id, row.link_id, row.step, Period(row.first, row.days)): row
        for row in ReportedCount.objects.filter(posting__in=postings)
    }


def _told_otherwise(cells: list[Cell], stored: dict[Cell, ReportedCount]) -> Iterator[Problem]:
    """Days that were told as a week already, and weeks of which days were told."""
    told: dict[tuple[int, int | None, str], list[Period]] = defaultdict(list)
    for cell in stored:
        told[cell[:3]].append(cell.period)
    for number, cell in enumerate(cells):
        if any(cell.period.meets(other) and cell.period != other for other in told[cell[:3]]):
            sentence = _(
                "Für diese Tage gibt es schon eine Meldung in einer anderen Einteilung (Tage oder Woche). "
                "Bitte bleiben Sie bei einer."
            )
            yield Problem(number, "period", sentence)


def _impossible(cells: list[Cell], rows: list[Row], stored: dict[Cell, ReportedCount]) -> Iterator[Problem]:
    """Over all its channels and all time, an ad has no more applications at a step than at the one before.

    Not so on one channel: somebody may start by one link and finish by another.
    """
    after = {cell: row.total for cell, row in stored.items()}
    after |= {cell: row.count for cell, row in zip(cells, rows, strict=True)}
    totals: dict[tuple[int, str], int] = defaultdict(int)
    for cell, count in after.items():
        totals[cell.posting, cell.step] += count
    touched: dict[tuple[int, str], int] = {}
    for number, cell in enumerate(cells):
        touched.setdefault((cell.posting, cell.step), number)
    for posting in {cell.posting for cell in cells}:
        told = [step for step in Step if (posting, step.value) in totals]
        for before, step in itertools.pairwise(told):
            number = touched.get((posting, step.value), touched.get((posting, before.value)))
            if number is not None and totals[posting, step.value] > totals[posting, before.value]:
                yield Problem(number, "count", _("Damit hätte die Stelle insgesamt mehr bei „{step}“ als bei "
                                                 "„{before}“. Das kann nicht sein.").format(
                    step=step.label, before=before.label))  # fmt: skip


def _store(report: Report, rows: list[Row], plan: Plan) -> None:
    told = list(zip(plan.cells, rows, plan.fates, strict=True))
    ReportedCount.objects.bulk_create(
        [
            ReportedCount(**_columns(cell), total=row.count, report=report)
            for cell, row, fate in told
            if fate == "added"
        ],
        batch_size=500,
    )
    changed = [(plan.stored[cell], row.count) for cell, row, fate in told if fate == "corrected"]
    Correction.objects.bulk_create(
        [Correction(count=count, old=count.total, new=new, report=report) for count, new in changed],
        batch_size=500,
    )
    for count, new in changed:
        count.total, count.report = new, report
    ReportedCount.objects.bulk_update([count for count, _new in changed], ["total", "report"], batch_size=200)


def _columns(cell: Cell) -> dict[str, object]:
    period = cell.period
    return {
        "posting_id": cell.posting,
        "link_id": cell.link,
        "step": cell.step,
        "first": period.first,
        "days": period.days,
    }


def totals(since: datetime.date | None, until: datetime.date) -> models.QuerySet[ReportedCount]:
    """Counts of periods that lie wholly in since … until (the last day not included)."""
    weeks_end = until - datetime.timedelta(days=6)  # a week ends six days after its first
    found = ReportedCount.objects.filter(
        models.Q(days=1, first__lt=until) | models.Q(days=7, first__lt=weeks_end)
    )
    return found.filter(first__gte=since) if since else found
