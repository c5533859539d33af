"""Organisations that pass the city's ads on."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Partner(models.Model):
    """An association, a language school, a radio …: who passes ads on, and in which languages."""

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("Verein")
        LANGUAGE_SCHOOL = "language_school", _("Sprachschule")
        NEIGHBOURHOOD = "neighbourhood", _("Nachbarschaftszentrum")
        RELIGIOUS = "religious", _("Religiöse Gemeinde")
        MEDIA = "media", _("Medium")
        CITY = "city", _("Partnerstadt")
        JOB_BOARD = "job_board", _("Jobbörse")

    class Status(models.TextChoices):
        INVITED = "invited", _("Eingeladen")
        ACTIVE = "active", _("Aktiv")
        STOPPED = "stopped", _("Abgemeldet")

    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Art"), max_length=20, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.INVITED)
    contact_name = models.CharField(_("Ansprechperson"), max_length=120, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"))
    languages = models.JSONField(_("Sprachen"), default=list, blank=True)
    district = models.CharField(_("Stadtteil"), max_length=80, blank=True)
    note = models.TextField(_("Notiz"), blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
