"""The schedule: releases and sums. Neither can be taken back, so after a leap of the clock both wait."""

from celery import shared_task
from django.utils import timezone

from outreach.background import deletions, periodic
from outreach.background.clock import runs_steadily
from outreach.reach import releases
from outreach.reach.rollups import folding


@shared_task(name="outreach.reach.tasks.release_due")
def release_due() -> None:
    """Publish what is due. Of several schedules one does it; if that one dies, the next hour tries again."""
    now = timezone.now()
    if not releases.is_due(now) or not runs_steadily(now):
        return
    with periodic.claimed("reach.release", f"{now:%Y-%m-%dT%H}") as mine:
        if mine:
            releases.release_due(now)


@shared_task(name="outreach.reach.tasks.roll_up")
def roll_up() -> None:
    """Sum up months long past and throw their days away, some thousand rows at a time."""
    now = timezone.now()
    if not runs_steadily(now):
        return
    with periodic.claimed("reach.roll_up", f"{now:%Y-%m-%dT%H}") as mine:
        if mine:
            deletions.note("day-counters", folding.roll_up())
