"""Counters: how often a code was opened, by day, kind and medium."""

from __future__ import annotations

from django.db import models

from outreach.reach.opening.kinds import Kind, Medium


class Counter(models.Model):
    """How often a code was opened in a time slot. Only ever added to; never shown to anybody."""

    link = models.ForeignKey("channels.Link", on_delete=models.CASCADE, related_name="counters")
    slot = models.DateField()  # a day: coarse, so that no single visit can be placed in time
    kind = models.CharField(max_length=10, choices=Kind.choices)
    medium = models.CharField(max_length=4, choices=Medium.choices)
    total = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["link", "slot", "kind", "medium"], name="one_counter_per_slot")
        ]

    def __str__(self) -> str:
        return f"{self.link_id} {self.slot} {self.kind}: {self.total}"
