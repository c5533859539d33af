"""Counters and what was released from them. Nothing here belongs to a person."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone

from outreach.reach.opening.kinds import Kind, Medium

__all__ = ["Counter", "Kind", "Medium", "Release", "ReleasedFigure"]


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


class Frozen(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Only the first time: what was published stays."""
        if not self._state.adding:
            raise TypeError("A published figure never changes.")
        super().save(*args, **kwargs)


class Release(Frozen):
    """One publication of figures. Frozen: pages read releases, never counters."""

    until = models.DateField(unique=True)  # first day that is *not* counted any more
    #: Smaller numbers were hidden; kept, so that an old release still says what it hid.
    threshold = models.PositiveSmallIntegerField()
    released_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-until"]

    def __str__(self) -> str:
        return f"bis {self.last_day}"

    @property
    def last_day(self) -> datetime.date:
        """The last day that is counted."""
        return self.until - datetime.timedelta(days=1)


class ReleasedFigure(Frozen):
    """One published cell: a number, or hidden because it is too small to be safe."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="figures")
    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="figures")
    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="figures")
    #: Null means hidden: fewer than the threshold, perhaps none. Otherwise reached at least once so far.
    value = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "posting", "channel"], name="one_figure_per_release")
        ]

    def __str__(self) -> str:
        return f"{self.posting_id}/{self.channel_id}: {self.value}"
