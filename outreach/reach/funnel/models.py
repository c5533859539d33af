"""What the application portal told: numbers per ad, channel, step and day or week. Nothing about a person."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from channels.models.encrypted import EncryptedJSONField
from outreach.reach.funnel.steps import Step


class PortalKeyQuerySet(models.QuerySet["PortalKey"]):
    def valid(self, now: datetime.datetime) -> PortalKeyQuerySet:
        """Keys that count now, the newest first."""
        return self.filter(models.Q(ends_at=None) | models.Q(ends_at__gt=now)).order_by("-pk")


class PortalKey(models.Model):
    """A secret shared with the application portal. It signs its reports with it (Standard Webhooks v1)."""

    name = models.CharField(_("Wofür ist der Schlüssel?"), max_length=80)
    secret = EncryptedJSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    #: Revoked, or replaced by a newer one: it counts until then.
    ends_at = models.DateTimeField(null=True, blank=True)
    #: A day: enough to see that a key is no longer in use.
    used_on = models.DateField(null=True, blank=True)

    objects = PortalKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class Report(models.Model):
    """One report, taken in once and as a whole: who told, when, and how much of it was new."""

    class Source(models.TextChoices):
        PORTAL = "portal", _("Bewerbungsportal")
        TABLE = "table", _("Tabelle")

    #: Chosen by whoever reports; the same one again changes nothing.
    name = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)  # SHA-256 of the rows
    source = models.CharField(max_length=6, choices=Source.choices)
    key = models.ForeignKey(PortalKey, on_delete=models.PROTECT, null=True, related_name="reports")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )  # of the staff
    received_at = models.DateTimeField(default=timezone.now)
    added = models.PositiveIntegerField(default=0)
    corrected = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class ReportedCount(models.Model):
    """How many applications reached a step in a day or a week. Never shown to anybody: releases are."""

    class Days(models.IntegerChoices):
        DAY = 1, _("Tag")
        WEEK = 7, _("Woche")

    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="reported_counts")
    #: None: they came without a code.
    link = models.ForeignKey(
        "channels.Link", on_delete=models.CASCADE, null=True, related_name="reported_counts"
    )
    step = models.CharField(max_length=8, choices=Step.choices)
    first = models.DateField()
    days = models.PositiveSmallIntegerField(choices=Days.choices)
    total = models.PositiveIntegerField()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="counts")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "link", "step", "first", "days"],
                condition=models.Q(link__isnull=False),
                name="one_reported_count",
            ),
            models.UniqueConstraint(
                fields=["posting", "step", "first", "days"],
                condition=models.Q(link=None),
                name="one_reported_count_without_code",
            ),
        ]
        indexes = [models.Index(fields=["first"], name="reported_first")]

    def __str__(self) -> str:
        return f"{self.posting_id}/{self.link_id} {self.step} {self.first}+{self.days}"


class Correction(models.Model):
    """A later report told another number for the same cell. Kept for ever; who and when: its report."""

    count = models.ForeignKey(ReportedCount, on_delete=models.CASCADE, related_name="corrections")
    old = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="corrections")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.count_id}: {self.old} → {self.new}"
