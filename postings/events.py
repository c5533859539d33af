"""Open days and participation formats: saved, announced early, warned about when late."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.people.models import User
from outreach.profile import city
from postings.models import Event, Posting
from postings.slugs import free_slug

DEFAULT_LEAD_WEEKS = 6


@transaction.atomic
def save(event: Event, *, by: User, postings: Iterable[Posting]) -> Event:
    """Store a new or changed event with the ads it is for."""
    if event.pk is None:
        event.created_by = by
        event.slug = free_slug(event.title, Event.objects.all(), "termin")
    event.updated_at = timezone.now()
    event.save()
    event.postings.set(postings)
    return event


@transaction.atomic
def announce(event: Event) -> None:
    """Make it public; announcing twice changes nothing."""
    Event.objects.filter(pk=event.pk, announced_at=None).update(announced_at=timezone.now())


def lead_time_warning(event: Event) -> str:
    """A sentence if an unannounced event is nearer than the city's lead time, else empty."""
    weeks = city().get("event_lead_weeks", DEFAULT_LEAD_WEEKS)
    left = event.starts_at - timezone.now()
    if event.announced_at or left >= datetime.timedelta(weeks=weeks):
        return ""
    return _("Bis zum Termin sind es weniger als {weeks} Wochen. Kündigen Sie ihn möglichst bald an.").format(
        weeks=weeks
    )
