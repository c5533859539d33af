"""Periodic runs are claimed in the database: with two schedules, the second finds the run taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from outreach.background import deletions
from outreach.models import PeriodicRun

KEPT = timedelta(days=60)


def claim(name: str, slot: str) -> bool:
    """True for exactly one caller per `(name, slot)`, e.g. ("release", "2027-01-15")."""
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(name=name, slot=slot)
    except IntegrityError:
        return False
    gone = PeriodicRun.objects.filter(name=name, claimed_at__lt=timezone.now() - KEPT).delete()[0]
    deletions.note("periodic-runs", gone)
    return True


@contextmanager
def claimed(name: str, slot: str) -> Iterator[bool]:
    """`with claimed(…) as mine: if mine: …`; a run that fails gives its claim back for the next try."""
    mine = claim(name, slot)
    try:
        yield mine
    except BaseException:
        if mine:
            PeriodicRun.objects.filter(name=name, slot=slot).delete()
        raise
