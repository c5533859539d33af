"""The code in a tracked link: one per ad and channel, the same for all readers."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Link(models.Model):
    """`/l/<code>` and `/q/<code>` share one code; which of the two was used is counted apart."""

    code = models.CharField(max_length=16, unique=True)
    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="links")
    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="links")
    language = models.CharField(max_length=20, default="de")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "channel", "language"], name="one_code_per_posting_channel_language"
            )
        ]

    def __str__(self) -> str:
        return self.code
