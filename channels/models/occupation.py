"""Which occupation of ESCO an ad is about, where a person said so."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class OccupationChoice(models.Model):
    """Stands above the match by name. An empty `uri`: no occupation of the list fits."""

    posting = models.OneToOneField("postings.Posting", on_delete=models.CASCADE, related_name="occupation")
    uri = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.posting}: {self.uri or '-'}"
