"""A person's decision about a finding or a missing element."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class DecisionQuerySet(models.QuerySet["Decision"]):
    def in_force(self) -> DecisionQuerySet:
        return self.filter(withdrawn_at=None)


class Decision(models.Model):
    """A finding is ignored with a reason. Withdrawing keeps the row: decisions are never lost."""

    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="decisions")
    #: `Finding.id`, or `element:<id>` for a required element that does not apply here.
    finding = models.CharField(max_length=200)
    rule = models.CharField(max_length=80)
    quote = models.TextField(blank=True)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "finding"],
                condition=models.Q(withdrawn_at=None),
                name="one_decision_in_force_per_finding",
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.reason}"
