"""The life of an event: draft → announced → changed → cancelled or over. Only these functions change it.

Telling the channels is `channels.publishing.events`', which calls `announce`, `save` and `cancel` here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.people.models import User
from outreach.profile import city
from postings.models import Event, Posting
from postings.slugs import free_slug
from postings.workflow import Refused

DEFAULT_LEAD_WEEKS = 6
DEFAULT_REMINDERS = (14, 2)
#: A reminder that could not go out for so long (nothing was running) is left out.
REMINDER_WINDOW = datetime.timedelta(days=1)
#: What a visitor must know: a change of one of these is told to everyone who knows of the event.
TOLD = ("starts_at", "ends_at", "place", "attendance", "languages", "accessibility", "registration_url")


class State(models.TextChoices):
    """Where an event stands; read off its moments, never stored."""

    DRAFT = "draft", gettext_lazy("noch nicht öffentlich")
    ANNOUNCED = "announced", gettext_lazy("öffentlich")
    CHANGED = "changed", gettext_lazy("öffentlich, geändert")
    CANCELLED = "cancelled", gettext_lazy("abgesagt")
    OVER = "over", gettext_lazy("vorbei")


def state(event: Event, now: datetime.datetime | None = None) -> State:
    """The present state of an event."""
    if event.cancelled_at:
        return State.CANCELLED
    if event.is_over(now or timezone.now()):
        return State.OVER
    if not event.announced_at:
        return State.DRAFT
    return State.CHANGED if event.sequence else State.ANNOUNCED


@transaction.atomic
def save(event: Event, *, by: User, postings: Iterable[Posting]) -> list[str]:
    """Store a new or changed event with the ads it is for.

    Returns the fields a visitor must be told of: none as long as it is not announced.
    """
    now = timezone.now()
    if event.pk is None:
        event.created_by = by
        event.slug = free_slug(event.title, Event.objects.all(), "termin")
    changed = _told_anew(event, now) if event.pk else []
    if changed:
        event.sequence += 1
        event.changed_at = now
    event.updated_at = now
    event.save()
    event.postings.set(postings)
    return changed


def _told_anew(event: Event, now: datetime.datetime) -> list[str]:
    """What of an announced event becomes different; refused if nobody can be told any more."""
    stored = Event.objects.select_for_update().get(pk=event.pk)
    event.sequence = stored.sequence
    if stored.cancelled_at:
        raise Refused(_("Dieser Termin ist abgesagt. Bitte legen Sie einen neuen an."))
    if not stored.announced_at:
        return []
    changed = [name for name in TOLD if getattr(stored, name) != getattr(event, name)]
    if changed and stored.is_over(now):
        raise Refused(_("Dieser Termin ist vorbei. Bitte legen Sie einen neuen an."))
    if "starts_at" in changed:
        event.previous_starts_at = stored.starts_at
    return changed


@transaction.atomic
def announce(event: Event) -> bool:
    """Make it public. False if it was public already: announcing twice changes nothing."""
    now = timezone.now()
    if event.is_over(now):
        raise Refused(_("Dieser Termin ist schon vorbei. Bitte prüfen Sie das Datum."))
    changed = Event.objects.filter(pk=event.pk, announced_at=None).update(announced_at=now)
    event.refresh_from_db()
    return bool(changed)


@transaction.atomic
def cancel(event: Event, *, reason: str) -> None:
    """Call a public event off. Its page stays and says why."""
    fresh = Event.objects.select_for_update().get(pk=event.pk)
    now = timezone.now()
    if fresh.cancelled_at:
        raise Refused(_("Dieser Termin ist schon abgesagt."))
    if not fresh.announced_at or fresh.is_over(now):
        raise Refused(_("Absagen lässt sich nur ein öffentlicher Termin, der noch kommt."))
    if not reason.strip():
        raise Refused(_("Bitte nennen Sie einen Grund. Er steht auf der öffentlichen Seite."))
    fresh.cancelled_at = fresh.updated_at = fresh.changed_at = now
    fresh.cancel_reason = " ".join(reason.split())[:200]
    fresh.sequence += 1
    fresh.save()
    event.refresh_from_db()


def lead_weeks() -> int:
    """How many weeks before an event the city wants to announce it."""
    return int(city().get("event_lead_weeks", DEFAULT_LEAD_WEEKS))


def default_reminders() -> list[int]:
    """On how many days before an event a reminder goes out, if nobody says otherwise."""
    return list(city().get("event_reminder_days", DEFAULT_REMINDERS))


def late(now: datetime.datetime) -> QuerySet[Event]:
    """Events nobody knows of yet although they are nearer than the lead time."""
    soon = now + datetime.timedelta(weeks=lead_weeks())
    return Event.objects.filter(announced_at=None, cancelled_at=None).upcoming(now).filter(starts_at__lt=soon)


def lead_time_warning(event: Event) -> str:
    """A sentence if an unannounced event is nearer than the city's lead time, else empty."""
    weeks = lead_weeks()
    left = event.starts_at - timezone.now()
    if event.announced_at or left >= datetime.timedelta(weeks=weeks):
        return ""
    return _("Bis zum Termin sind es weniger als {weeks} Wochen. Kündigen Sie ihn möglichst bald an.").format(
        weeks=weeks
    )


def due_reminder(event: Event, now: datetime.datetime) -> int | None:
    """The days of the reminder whose moment came within the last day, if there is one."""
    if not event.is_inviting(now) or event.starts_at <= now:
        return None
    known = event.changed_at or event.announced_at
    for days in sorted(event.reminders):
        moment = event.starts_at - datetime.timedelta(days=days)
        if moment <= now < moment + REMINDER_WINDOW:
            return days if known < moment - REMINDER_WINDOW else None  # just told: no need to remind
    return None
