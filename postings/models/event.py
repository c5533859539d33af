"""Open days and participation formats the city announces beside its ads."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EventQuerySet(models.QuerySet["Event"]):
    def announced(self) -> EventQuerySet:
        return self.filter(announced_at__isnull=False)

    def upcoming(self, now) -> EventQuerySet:
        return self.filter(ends_at__gte=now).order_by("starts_at")


class Event(models.Model):
    """An open day: when, where, in which languages, how barrier-free."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(_("Titel"), max_length=200)
    description = models.TextField(_("Beschreibung"))
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"))
    place = models.CharField(_("Ort"), max_length=200)
    languages = models.CharField(_("Sprachen"), max_length=200, blank=True)
    accessibility = models.TextField(_("Barrierefreiheit"), blank=True)
    registration_url = models.URLField(_("Link zur Anmeldung"), blank=True)
    postings = models.ManyToManyField("postings.Posting", blank=True, related_name="events")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    announced_at = models.DateTimeField(null=True, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]

    def __str__(self) -> str:
        return self.title
