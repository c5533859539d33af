"""The code in a tracked link: one per ad (or event) and channel, the same for all readers."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Link(models.Model):
    """`/l/<code>` and `/q/<code>` share one code; which of the two was used is counted apart."""

    code = models.CharField(max_length=16, unique=True)
    posting = models.ForeignKey(
        "postings.Posting", on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    event = models.ForeignKey(
        "postings.Event", on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="links")
    language = models.CharField(max_length=20, default="de")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "channel", "language"], name="one_code_per_posting_channel_language"
            ),
            models.UniqueConstraint(
                fields=["event", "channel", "language"], name="one_code_per_event_channel_language"
            ),
            models.CheckConstraint(
                condition=models.Q(posting=None, event__isnull=False)
                | models.Q(posting__isnull=False, event=None),
                name="link_to_ad_or_event",
            ),
        ]

    def __str__(self) -> str:
        return self.code
