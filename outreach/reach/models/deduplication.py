"""Since when devices are told from each other for some minutes, or not."""

from __future__ import annotations

from django.db import models


class Deduplication(models.Model):
    """From that day on counters were written with this setting (`outreach.reach.rollups.deduplicated`).

    A row where the setting changed, so none where it never was on. Nothing in it is about a visitor.
    """

    since = models.DateField()
    #: `deduplicate_minutes`; 0: off.
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.since}: {self.minutes}"
