"""Work done outside of requests. Thin: the functions called here decide."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from channels import delivery, publishing
from channels.feeds import serving
from channels.partners.participation import requests
from channels.webhooks import telling
from channels.websub import subscriptions


@shared_task(name="channels.tasks.deliver_due", ignore_result=True)
def deliver_due() -> None:
    """Send what is due. Carries no payload: lanes are claimed one by one, so running twice is harmless."""
    delivery.wake()


@shared_task(name="channels.tasks.close_expired", ignore_result=True)
def close_expired() -> None:
    """Close ads whose deadline is over. Running twice is harmless: a closed ad is not closed again."""
    publishing.close_expired(timezone.localdate())


@shared_task(name="channels.tasks.remind_of_events", ignore_result=True)
def remind_of_events() -> None:
    """Send reminders whose moment has come. Running twice is harmless: each is claimed once."""
    publishing.events.remind(timezone.now())


@shared_task(name="channels.tasks.refresh_feeds", ignore_result=True)
def refresh_feeds() -> None:
    """Bring the feeds that are fetched up to date, so that people learn early of one that is held."""
    serving.refresh()


@shared_task(name="channels.tasks.put_full_loads", ignore_result=True)
def put_full_loads() -> None:
    """The week's full loads. Running twice is harmless: each has its key."""
    publishing.full_loads.put_weekly(timezone.localdate())


@shared_task(name="channels.tasks.sweep_subscriptions", ignore_result=True)
def sweep_subscriptions() -> None:
    """Forget subscriptions that ended. Running twice is harmless."""
    subscriptions.sweep(timezone.now())


@shared_task(name="channels.tasks.tell_owners", ignore_result=True)
def tell_owners() -> None:
    """Mails to partners whose channel was switched off. Running twice is harmless: told once each."""
    telling.tell_owners()


@shared_task(name="channels.tasks.answer_requests", ignore_result=True)
def answer_requests() -> None:
    """Mails that partners asked for, and the end of what nobody confirmed. Each request is claimed."""
    requests.vanish()
    requests.answer_due()
