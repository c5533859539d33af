"""Mails somebody asked for: to confirm a sign-up, to get a new link, to be invited."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class PartnerRequest(models.Model):
    """A request is only stored; a worker answers it. So a page tells nobody which addresses are known:
    it does the same work, and takes the same time, for every address.
    """

    class Purpose(models.TextChoices):
        SIGN_UP = "sign_up"
        LINK = "link"
        INVITE = "invite"

    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    email = models.EmailField()
    #: Whom staff invite; empty for what strangers ask for.
    partner = models.ForeignKey(
        "channels.Partner", on_delete=models.CASCADE, null=True, blank=True, related_name="requests"
    )
    #: What was typed in the sign-up form.
    data = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    #: Why the mail did not go, in plain words.
    error = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    #: A link works once.
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
