"""Open days and participation formats the city announces beside its ads."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EventQuerySet(models.QuerySet["Event"]):
    def announced(self) -> EventQuerySet:
        """Events everyone may read about, cancelled ones too."""
        return self.filter(announced_at__isnull=False)

    def upcoming(self, now: datetime.datetime) -> EventQuerySet:
        """Events that are not over, the next one first."""
        return self.filter(ends_at__gte=now).order_by("starts_at", "pk")

    def inviting(self, now: datetime.datetime) -> EventQuerySet:
        """Announced events people can still come to."""
        return self.announced().upcoming(now).filter(cancelled_at=None)


class Event(models.Model):
    """An open day: when, where, in which languages, how barrier-free."""

    class Attendance(models.TextChoices):
        ON_SITE = "on_site", _("vor Ort")
        ONLINE = "online", _("online")
        MIXED = "mixed", _("vor Ort und online")

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(_("Titel"), max_length=200)
    description = models.TextField(_("Beschreibung"))
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"))
    place = models.CharField(_("Ort"), max_length=200)
    attendance = models.CharField(
        _("Teilnahme"), max_length=10, choices=Attendance.choices, default=Attendance.ON_SITE
    )
    languages = models.CharField(_("Sprachen"), max_length=200, blank=True)
    accessibility = models.TextField(_("Barrierefreiheit"), blank=True)
    registration_url = models.URLField(_("Link zur Anmeldung"), blank=True)
    postings = models.ManyToManyField("postings.Posting", blank=True, related_name="events")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    announced_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(_("Grund der Absage"), max_length=200, blank=True)
    #: Counts announced changes (RFC 5545 SEQUENCE), the cancellation among them.
    sequence = models.PositiveIntegerField(default=0)
    #: When visitors were last told of a change, and the beginning they knew before a new one was set.
    changed_at = models.DateTimeField(null=True, blank=True)
    previous_starts_at = models.DateTimeField(null=True, blank=True)
    #: Job families (`postings.families`) it advertises.
    families = models.JSONField(_("Berufsfelder"), default=list, blank=True)
    #: Days before the start on which a reminder goes out.
    reminders = models.JSONField(_("Erinnerungen"), default=list, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The public page; staff pages are linked by name."""
        return reverse("public:event", args=[self.slug])

    def is_over(self, now: datetime.datetime) -> bool:
        """True once its end has passed."""
        return self.ends_at < now

    def is_inviting(self, now: datetime.datetime) -> bool:
        """True while people can still come: announced, not cancelled, not over."""
        return bool(self.announced_at) and not self.cancelled_at and not self.is_over(now)
