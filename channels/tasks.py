"""Work done outside of requests. Thin: the functions called here decide."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from channels import delivery, publishing


@shared_task(name="channels.tasks.deliver_due", ignore_result=True)
def deliver_due() -> None:
    """Send what is due. Carries no payload: rows are claimed one by one, so running twice is harmless."""
    delivery.sweep()


@shared_task(name="channels.tasks.close_expired", ignore_result=True)
def close_expired() -> None:
    """Close ads whose deadline is over. Running twice is harmless: a closed ad is not closed again."""
    publishing.close_expired(timezone.localdate())
