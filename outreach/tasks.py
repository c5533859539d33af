"""Tidying up of what the city as a whole stores."""

from __future__ import annotations

from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

from outreach.background import deletions


@shared_task(name="outreach.tasks.forget_sessions", ignore_result=True)
def forget_sessions() -> None:
    """Delete sign-ins that are over. Running twice is harmless."""
    deletions.note("sessions", Session.objects.filter(expire_date__lt=timezone.now()).delete()[0])
