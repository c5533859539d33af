"""The schedule's way into releases."""

from celery import shared_task
from django.utils import timezone

from outreach.background import periodic
from outreach.reach import releases


@shared_task(name="outreach.reach.tasks.release_due")
def release_due() -> None:
    """Publish what is due. Of several schedules one does it; if that one dies, the next hour tries again."""
    now = timezone.now()
    if not releases.is_due(now):
        return
    with periodic.claimed("reach.release", f"{now:%Y-%m-%dT%H}") as mine:
        if mine:
            releases.release_due(now)
