"""What the city as a whole stores: which periodic run has been claimed, and what was deleted when."""

from django.db import models
from django.utils import timezone


class PeriodicRun(models.Model):
    """A claim on one run of one periodic job: with two schedules, the second one finds it taken."""

    name = models.CharField(max_length=60)
    slot = models.CharField(max_length=40)
    claimed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "slot"], name="periodic_run_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.slot}"


class Deletion(models.Model):
    """How many rows of one kind were deleted on one day, because their time was over. Numbers only."""

    what = models.SlugField(max_length=40)
    day = models.DateField()
    rows = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["-day", "what"]
        constraints = [models.UniqueConstraint(fields=["what", "day"], name="one_deletion_line_per_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.what}: {self.rows}"
