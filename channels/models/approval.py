"""What was approved, and by whom: kept so that a staff council can check that this is what went out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Approval(models.Model):
    """The record of one approval. Written once, when it is approved (`channels.publishing.approving`)."""

    version = models.OneToOneField(
        "postings.PostingVersion", on_delete=models.PROTECT, related_name="approval_record"
    )
    #: SHA-256 of `content`; what changes one letter of it changes this.
    digest = models.CharField(max_length=64)
    #: Text, facts, decisions, and the digest of every rendition as it was stored.
    content = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.version}: {self.digest[:12]}"
