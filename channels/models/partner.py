"""Organisations that pass the city's ads on."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NOBODY = "nirgends.invalid"


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

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once", _("sofort")
        DAILY = "daily", _("einmal am Tag")
        WEEKLY = "weekly", _("einmal in der Woche")

    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Art"), max_length=20, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.INVITED)
    contact_name = models.CharField(_("Ansprechperson"), max_length=120, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"))
    languages = models.JSONField(_("Sprachen"), default=list, blank=True)
    districts = models.JSONField(_("Stadtteile"), default=list, blank=True)
    #: Job families (`postings.families`) the partner asked for; empty: all. Only the partner's own choice.
    families = models.JSONField(_("Berufsfelder"), default=list, blank=True)
    wants_ads = models.BooleanField(_("Stellen"), default=True)
    wants_events = models.BooleanField(_("Veranstaltungen"), default=True)
    #: Declared by the partner, never measured.
    audience = models.CharField(_("Wen der Partner erreicht"), max_length=200, blank=True)
    audience_size = models.PositiveIntegerField(_("Wie viele Menschen etwa"), null=True, blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    website = models.URLField(_("Internetseite"), blank=True)
    page_language = models.CharField(_("Sprache der Partnerseite"), max_length=20, default="de")
    rhythm = models.CharField(_("Wie oft"), max_length=10, choices=Rhythm.choices, default=Rhythm.AT_ONCE)
    weekly_cap = models.PositiveSmallIntegerField(
        _("Höchstens so viele Nachrichten in der Woche"), null=True, blank=True
    )
    quiet_from = models.TimeField(_("Ruhezeit von"), null=True, blank=True)
    quiet_until = models.TimeField(_("Ruhezeit bis"), null=True, blank=True)
    quiet_days = models.JSONField(_("Ruhetage"), default=list, blank=True)  # 0 = Monday … 6
    paused_until = models.DateField(_("Pause bis"), null=True, blank=True)
    #: Raised to make every magic link given out so far useless.
    key_version = models.PositiveIntegerField(default=1)
    invited_at = models.DateTimeField(null=True, blank=True)
    #: Double opt-in: when the partner said yes from their own mailbox.
    confirmed_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(_("Notiz"), blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_forgotten(self) -> bool:
        """Its contact data were deleted: nobody can be written to (RFC 2606)."""
        return self.email.endswith(f"@{NOBODY}")
